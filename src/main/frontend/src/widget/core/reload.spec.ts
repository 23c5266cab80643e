import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { queued, talking, withAgent } from '../testing/scenes'
import { FakeServer, openPage, settled } from '../testing/server'
import { Problem } from './api'

let server: FakeServer

beforeEach(() => {
  vi.useFakeTimers()
  localStorage.clear()
  server = new FakeServer()
})
afterEach(() => vi.useRealTimers())

describe('reload and reconnect', () => {
  it('brings the history back without loss and without doubles', async () => {
    await withAgent(server)
    server.write('while you were away')
    const { session, bodies, view } = openPage(server)
    await session.resume()
    server.ready()
    await settled()
    expect(bodies()).toEqual(['hello', 'while you were away'])
    expect(view.phase).toMatchObject({ name: 'agent', agent: 'Li' })
    expect(view.loading).toBe(false)
  })

  it('sends again what had no answer before the reload, under the same id', async () => {
    server.acknowledges = false
    await talking(server)
    server.acknowledges = true
    const { session, bodies } = openPage(server)
    await session.resume()
    expect(bodies()).toEqual(['hello'])
    server.ready()
    await settled()
    expect(server.stored.map((message) => message.body)).toEqual(['hello'])
    expect(bodies()).toEqual(['hello'])
  })

  it('finds out after a break what happened meanwhile', async () => {
    const { view } = await queued(server)
    server.cut()
    expect(view.link).toBe('waiting')
    server.answers.set('GET /conversations/c1', { id: 'c1', state: 'WITH_AGENT', agent: { id: 'a', name: 'Xu' }, handoffId: 'h1' })
    server.write('hello, Xu here')
    await vi.advanceTimersByTimeAsync(2_000)
    server.ready()
    await settled()
    expect(view.phase).toMatchObject({ name: 'agent', agent: 'Xu' })
    expect(view.entries.at(-1)?.body).toBe('hello, Xu here')
  })

  it('keeps the draft and the place in the queue', async () => {
    const first = await queued(server)
    first.session.draft('half a sent')
    const { session, view } = openPage(server)
    await session.resume()
    expect(session.drafted).toBe('half a sent')
    expect(view.phase).toMatchObject({ name: 'queued', position: 3 })
  })

  it('begins anew when the server lost the conversation, and keeps the unsent as a draft', async () => {
    server.acknowledges = false
    await talking(server)
    server.answers.set('GET /conversations/c1', new Problem(404, 'not_found'))
    const { session, view } = openPage(server)
    await session.resume()
    server.ready()
    await settled()
    expect(view.phase.name).toBe('idle')
    expect(session.drafted).toBe('hello')
  })

  it('says that another window took over, and comes back when asked', async () => {
    const { session, view } = await talking(server)
    server.cut(4001)
    expect(view.link).toBe('elsewhere')
    session.here()
    await settled()
    server.ready()
    expect(view.link).toBe('ready')
  })

  it('does not push aside the window that took over when the page is looked at again', async () => {
    const { session, view } = await talking(server)
    server.cut(4001)
    session.hurry()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(view.link).toBe('elsewhere')
    expect(server.connected).toBe(false)
  })

  it('takes as seen what was read in another window', async () => {
    const { view } = await talking(server)
    server.say({ type: 'TEXT', ...server.write('hi') })
    server.say({ type: 'TEXT', ...server.write('are you there?') })
    expect(view.unread).toBe(2)
    server.say({ type: 'READ', conversationId: 'c1', seq: 2, senderType: 'CUSTOMER' })
    expect(view.unread).toBe(1)
    expect(server.frames.filter((frame) => frame.type === 'READ')).toEqual([])
  })

  it('shows what was written in another window', async () => {
    const { bodies } = await talking(server)
    server.say({ type: 'TEXT', ...server.write('from my phone', 'CUSTOMER') })
    expect(bodies()).toEqual(['hello', 'from my phone'])
  })

  it('makes what an ended conversation refused a draft of the next one', async () => {
    server.acknowledges = false
    const { session, view } = await talking(server)
    const sent = server.frames.find((frame) => frame.type === 'TEXT')!
    server.answers.set('GET /conversations/c1', { id: 'c1', state: 'CLOSED' })
    server.say({ type: 'ERROR', code: 'conversation_closed', message: 'over', id: (sent as { id: string }).id })
    await settled()
    expect(view.phase.name).toBe('ended')
    expect(view.entries[0]).toMatchObject({ delivery: 'failed', refusedFor: 'conversation_closed' })
    session.restart()
    expect(session.drafted).toBe('hello')
    expect(Object.keys(localStorage).filter((key) => key.startsWith('unsent.'))).toEqual([])
  })

  it('asks once more with a new token when the old one ends on the way', async () => {
    const page = await talking(server)
    server.answers.set('POST /visitors/renewal', { visitorId: 'v1', token: 'renewed', expiresAt: new Date(Date.now() + 3_600_000).toISOString() })
    server.answers.set('POST /conversations/c1/close', (_body: unknown, token: string) => (token === 'renewed' ? {} : new Problem(401, 'unauthorized')))
    await page.session.end()
    expect(page.view.phase.name).toBe('ended')
    expect(page.view.problem).toBeNull()
  })

  it('stays the same customer after a sleep that outlived the token', async () => {
    const first = await talking(server)
    first.session.leave()
    vi.setSystemTime(Date.now() + 3 * 24 * 3_600_000)
    server.answers.set('POST /visitors/renewal', { visitorId: 'v1', token: 'renewed', expiresAt: new Date(Date.now() + 3_600_000).toISOString() })
    const { session, bodies } = openPage(server)
    await session.resume()
    server.ready()
    await settled()
    expect(bodies()).toEqual(['hello'])
    expect(server.calls.filter((call) => call === 'POST /visitors')).toHaveLength(1)
  })

  it('renews a revoked token once, not for ever', async () => {
    server.answers.set('POST /visitors/renewal', server.answers.get('POST /visitors'))
    const { view } = await talking(server)
    server.cut(4003)
    await settled()
    expect(view.link).not.toBe('stopped')
    server.cut(4003)
    await settled()
    expect(view.link).toBe('stopped')
  })

  it('follows a conversation that another window began', async () => {
    const { session, bodies } = openPage(server)
    await session.resume()
    await talking(server)
    await session.follow()
    server.ready()
    await settled()
    expect(bodies()).toEqual(['hello'])
  })
})
