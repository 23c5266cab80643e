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

describe('beginning', () => {
  it('asks nothing of the server before there is something to say', async () => {
    const { session } = openPage(server)
    await session.resume()
    expect(server.calls).toEqual([])
  })

  it('makes one visitor and one conversation for the first messages', async () => {
    const { session, view, bodies } = openPage(server)
    void session.send('one')
    void session.send('two')
    await settled()
    server.ready()
    await settled()
    expect(server.calls.filter((call) => call.startsWith('POST'))).toEqual(['POST /visitors', 'POST /conversations'])
    expect(bodies()).toEqual(['one', 'two'])
    expect(view.entries.map((entry) => entry.delivery)).toEqual(['sent', 'sent'])
    expect(view.phase.name).toBe('open')
  })

  it('sends the chosen topic along', async () => {
    const { session } = openPage(server)
    session.about = { category: 'vip', subject: 'Companies' }
    await session.send('hello')
    expect(server.bodies.get('POST /conversations')).toEqual({ subject: 'Companies', category: 'vip' })
  })

  it('keeps what was written while the server cannot be reached, and sends it once later', async () => {
    server.answers.set('POST /visitors', new Problem(0, 'unreachable'))
    const { session, view, bodies } = openPage(server)
    await session.send('hello')
    expect(view.problem?.code).toBe('unreachable')
    expect(view.entries[0]?.delivery).toBe('sending')
    server.answers.set('POST /visitors', new FakeServer().answers.get('POST /visitors'))
    await vi.advanceTimersByTimeAsync(1_000)
    server.ready()
    await settled()
    expect(bodies()).toEqual(['hello'])
    expect(view.entries[0]?.delivery).toBe('sent')
    expect(view.problem).toBeNull()
  })

  it('keeps the very first words over a reload', async () => {
    server.answers.set('POST /visitors', new Problem(0, 'unreachable'))
    await openPage(server).session.send('hello')
    server.answers.set('POST /visitors', new FakeServer().answers.get('POST /visitors'))
    const { session, bodies } = openPage(server)
    await session.resume()
    server.ready()
    await settled()
    expect(bodies()).toEqual(['hello'])
    expect(server.frames.filter((frame) => frame.type === 'TEXT')).toHaveLength(1)
  })

  it('says so when the server refuses for good, and lets the customer delete or repeat', async () => {
    server.answers.set('POST /visitors', new Problem(403, 'unknown_tenant', 'no such tenant'))
    const { session, view } = openPage(server)
    await session.send('hello')
    expect(view.entries[0]).toMatchObject({ delivery: 'failed', refusal: 'no such tenant' })
    session.discard(view.entries[0]!.key)
    expect(view.entries).toEqual([])
  })

  it('sends neither nothing nor too much', async () => {
    const { session } = openPage(server)
    await session.send('   ')
    await session.send('x'.repeat(8_001))
    expect(server.calls).toEqual([])
  })
})

describe('messages', () => {
  it('marks a refused message as failed and sends it again with the same id', async () => {
    server.acknowledges = false
    const { session, view } = await talking(server)
    const sent = server.frames.find((frame) => frame.type === 'TEXT')!
    server.say({ type: 'ERROR', code: 'invalid', message: 'not so', id: (sent as { id: string }).id })
    expect(view.entries[0]?.delivery).toBe('failed')
    server.acknowledges = true
    session.resend(view.entries[0]!.key)
    expect(view.entries[0]?.delivery).toBe('sent')
    const ids = server.frames.filter((frame) => frame.type === 'TEXT').map((frame) => (frame as { id: string }).id)
    expect(new Set(ids).size).toBe(1)
  })

  it('shows what others read, and never takes it back', async () => {
    const { view } = await talking(server)
    server.say({ type: 'READ', conversationId: 'c1', seq: 1, senderType: 'AGENT' })
    server.say({ type: 'READ', conversationId: 'c1', seq: 0, senderType: 'AGENT' })
    expect(view.entries[0]?.delivery).toBe('read')
  })

  it('does not take its own reading for the other side', async () => {
    const { view } = await talking(server)
    server.say({ type: 'READ', conversationId: 'c1', seq: 1, senderType: 'CUSTOMER' })
    expect(view.entries[0]?.delivery).toBe('sent')
  })

  it('counts what was not seen, and tells the server once it is', async () => {
    const { session, view } = await talking(server)
    server.say({ type: 'TEXT', ...server.write('hi') })
    expect(view.unread).toBe(1)
    session.watch(true)
    expect(view.unread).toBe(0)
    expect(server.frames.at(-1)).toEqual({ type: 'READ', conversationId: 'c1', seq: 2 })
  })

  it('shows typing until it ends by itself or by a message', async () => {
    const { view } = await talking(server)
    server.say({ type: 'TYPING', conversationId: 'c1' })
    expect(view.typing).toBe(true)
    await vi.advanceTimersByTimeAsync(5_000)
    expect(view.typing).toBe(false)
    server.say({ type: 'TYPING', conversationId: 'c1' })
    server.say({ type: 'TEXT', ...server.write('hi') })
    expect(view.typing).toBe(false)
  })

  it('never tells what is being written, only that', async () => {
    const { session } = await withAgent(server)
    session.writing()
    expect(server.frames.at(-1)).toEqual({ type: 'TYPING', conversationId: 'c1' })
  })

  it('leaves frames of another conversation alone', async () => {
    const { view } = await talking(server)
    server.say({ type: 'HANDOFF_ACCEPTED', handoffId: 'h9', conversationId: 'c9', agent: { name: 'Xu' } })
    expect(view.phase.name).toBe('open')
  })
})

describe('a person', () => {
  it('queues with place and wait, and follows each change of place', async () => {
    const { view } = await queued(server)
    expect(view.phase).toMatchObject({ name: 'queued', position: 3, waitSeconds: 120 })
    server.say({ type: 'HANDOFF_QUEUED', handoffId: 'h1', position: 1, estimatedWaitSeconds: null })
    expect(view.phase).toMatchObject({ name: 'queued', position: 1, waitSeconds: null })
    expect(server.bodies.get('POST /conversations/c1/handoff')).toEqual({ reason: 'refund', category: 'aftersales' })
  })

  it('leaves the queue and ignores a late place', async () => {
    const { session, view } = await queued(server)
    await session.cancel()
    expect(server.calls).toContain('DELETE /conversations/c1/handoff')
    server.say({ type: 'HANDOFF_QUEUED', handoffId: 'h1', position: 1, estimatedWaitSeconds: 5 })
    expect(view.phase.name).toBe('open')
  })

  it('lets the socket be faster than the answer', async () => {
    const page = await talking(server)
    server.answers.set('POST /conversations/c1/handoff', () => {
      server.say({ type: 'HANDOFF_ACCEPTED', handoffId: 'h1', conversationId: 'c1', agent: { name: 'Li' } })
      return { handoffId: 'h1', position: 1, estimatedWaitSeconds: 0 }
    })
    await page.session.handoff({ category: null, subject: '' })
    expect(page.view.phase).toMatchObject({ name: 'agent', agent: 'Li' })
  })

  it('shows the ticket when nobody is there', async () => {
    const page = await talking(server)
    server.answers.set('POST /conversations/c1/handoff', { ticketId: 't1', ticketNumber: 'T-20261122-000001' })
    await page.session.handoff({ category: null, subject: '' })
    expect(page.view.phase).toMatchObject({ name: 'ticket', number: 'T-20261122-000001' })
  })

  it('takes up the request another window made', async () => {
    const page = await talking(server)
    server.answers.set('POST /conversations/c1/handoff', new Problem(409, 'handoff_open'))
    server.answers.set('GET /conversations/c1', { id: 'c1', state: 'OPEN', handoffId: 'h1' })
    server.answers.set('GET /conversations/c1/handoff', { id: 'h1', state: 'PENDING', position: 2, estimatedWaitSeconds: 60 })
    await page.session.handoff({ category: null, subject: '' })
    expect(page.view.phase).toMatchObject({ name: 'queued', handoffId: 'h1', position: 2 })
    expect(page.view.problem).toBeNull()
  })

  it('says why a request was refused and stays in the conversation', async () => {
    const page = await talking(server)
    server.answers.set('POST /conversations/c1/handoff', new Problem(429, 'too_many', 'slow'))
    await page.session.handoff({ category: null, subject: '' })
    expect(page.view.phase.name).toBe('open')
    expect(page.view.problem?.code).toBe('slow_down')
  })

  it('asks once however often the button is pressed', async () => {
    server.answers.set('POST /conversations/c1/handoff', { handoffId: 'h1', position: 1 })
    const page = await talking(server)
    const request = { category: null, subject: '' }
    await Promise.all([page.session.handoff(request), page.session.handoff(request), page.session.handoff(request)])
    expect(server.calls.filter((call) => call.endsWith('/handoff'))).toHaveLength(1)
  })

  it('tells when the agent is lost and back', async () => {
    const { view } = await withAgent(server)
    server.say({ type: 'HANDOFF_PAUSED', handoffId: 'h1' })
    expect(view.phase).toMatchObject({ name: 'agent', paused: true })
    server.say({ type: 'HANDOFF_RESUMED', handoffId: 'h1' })
    expect(view.phase).toMatchObject({ name: 'agent', paused: false })
  })

  it('asks for a rating when it is over, then begins anew with an empty page', async () => {
    const { session, view, memory } = await withAgent(server)
    server.answers.set('GET /conversations/c1', { id: 'c1', state: 'CLOSED' })
    server.say({ type: 'HANDOFF_COMPLETED', handoffId: 'h1', conversationId: 'c1', reason: 'resolved' })
    await settled()
    expect(view.phase).toEqual({ name: 'ended', rating: null })
    await session.rate(5, 'great')
    expect(server.bodies.get('POST /conversations/c1/rating')).toEqual({ score: 5, comment: 'great' })
    expect(view.phase).toEqual({ name: 'ended', rating: 5 })
    session.restart()
    expect(view).toMatchObject({ phase: { name: 'idle' }, entries: [], link: 'none' })
    expect(memory.read()).toMatchObject({ visitorId: 'v1', conversationId: null })
  })

  it('goes on when an agent takes a ticket up after the end, and stays ended when an old word comes late', async () => {
    const { view } = await withAgent(server)
    server.answers.set('GET /conversations/c1', { id: 'c1', state: 'CLOSED' })
    server.say({ type: 'HANDOFF_COMPLETED', handoffId: 'h1', conversationId: 'c1', reason: 'resolved' })
    await settled()
    server.say({ type: 'HANDOFF_ACCEPTED', handoffId: 'h1', conversationId: 'c1', agent: { name: 'Li' } })
    await settled()
    expect(view.phase.name).toBe('ended')
    server.answers.set('GET /conversations/c1', { id: 'c1', state: 'WITH_AGENT', agent: { id: 'kf002', name: 'Xu' }, handoffId: 'h2' })
    server.say({ type: 'HANDOFF_ACCEPTED', handoffId: 'h2', conversationId: 'c1', agent: { name: 'Xu' } })
    await settled()
    expect(view.phase).toMatchObject({ name: 'agent', agent: 'Xu', paused: false })
  })
})
