import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { talking } from '../testing/scenes'
import { FakeServer, openPage, settled } from '../testing/server'
import { Problem } from './api'

const PATH = 'POST /conversations/c1/files'
const pdf = (name = 'a.pdf', size = 10) => new File([new Uint8Array(size)], name, { type: 'application/pdf' })
let server: FakeServer

beforeEach(() => {
  vi.useFakeTimers()
  localStorage.clear()
  server = new FakeServer()
})
afterEach(() => vi.useRealTimers())

const sent = () => server.calls.filter((call) => call === PATH).length

describe('Uploads', () => {
  it('sends a file as one message, and shows it once', async () => {
    const { session, view } = await talking(server)
    await session.files.add([pdf('发票.pdf')])
    await settled()
    expect(view.entries.at(-1)).toMatchObject({ delivery: 'sent', seq: 2, file: { name: '发票.pdf', size: 10 }, upload: null })
    expect(view.entries).toHaveLength(2)
  })

  it('begins the conversation when there is none', async () => {
    const { session } = openPage(server)
    await session.files.add([pdf()])
    await settled()
    expect(server.calls).toContain('POST /conversations')
    expect(sent()).toBe(1)
  })

  it('shows how much has left, one file after the other', async () => {
    const waiting: Array<() => void> = []
    server.transfer = (done) => waiting.push(done)
    const { session, view } = await talking(server)
    await session.files.add([pdf('a.pdf'), pdf('b.pdf')])
    await settled()
    expect(view.entries.slice(1).map((entry) => entry.upload)).toMatchObject([{ state: 'sending', progress: 0.5 }, { state: 'waiting', progress: 0 }])
    waiting.shift()!()
    await settled()
    expect(waiting).toHaveLength(1)
    waiting.shift()!()
    await settled()
    expect(view.entries.map((entry) => entry.file?.name)).toEqual([undefined, 'a.pdf', 'b.pdf'])
  })

  it('is cancelled in the middle without a trace, and the next one goes on', async () => {
    const waiting: Array<() => void> = []
    server.transfer = (done) => waiting.push(done)
    const { session, view } = await talking(server)
    await session.files.add([pdf('a.pdf'), pdf('b.pdf')])
    await settled()
    session.discard(view.entries[1]!.key)
    await settled()
    waiting.at(-1)!()
    await settled()
    expect(view.entries.map((entry) => entry.file?.name)).toEqual([undefined, 'b.pdf'])
    expect(sent()).toBe(1)
  })

  it('tries again with the same id after the network was lost, so that it is one message', async () => {
    server.answers.set(PATH, new Problem(0, 'unreachable'))
    const { session, view } = await talking(server)
    await session.files.add([pdf()])
    await settled()
    expect(view.entries.at(-1)).toMatchObject({ delivery: 'sending', upload: { state: 'waiting' } })
    const id = view.entries.at(-1)!.key
    server.answers.delete(PATH)
    session.hurry()
    await settled()
    expect(view.entries.at(-1)).toMatchObject({ key: id, delivery: 'sent', seq: 2 })
    expect(view.entries).toHaveLength(2)
  })

  it.each([
    [422, 'file_damaged'],
    [422, 'file_type_refused'],
    [409, 'conversation_closed'],
    [413, 'too_large'],
  ])('says why the server refused it (%i %s), and lets it be sent again or deleted', async (status, code) => {
    server.answers.set(PATH, new Problem(status, code))
    const { session, view } = await talking(server)
    await session.files.add([new File(['no picture'], 'a.png', { type: 'image/png' })])
    await settled()
    expect(view.entries.at(-1)).toMatchObject({ delivery: 'failed', refusedFor: code })
    session.resend(view.entries.at(-1)!.key)
    await settled()
    expect(sent()).toBe(2)
    session.discard(view.entries.at(-1)!.key)
    expect(view.entries).toHaveLength(1)
  })

  it('refuses 50 MB and nothing at all without sending a byte', async () => {
    const { session, view } = await talking(server)
    const huge = pdf('film.pdf')
    Object.defineProperty(huge, 'size', { value: 50 * 1024 * 1024 })
    await session.files.add([huge, pdf('empty.pdf', 0)])
    await settled()
    expect(view.entries.slice(1).map((entry) => entry.refusedFor)).toEqual(['too_large', 'file_empty'])
    session.resend(view.entries[1]!.key)
    await settled()
    expect(sent()).toBe(0)
  })

  it('lets texts go on while a file is on its way', async () => {
    server.transfer = () => {}
    const { session, bodies } = await talking(server)
    await session.files.add([pdf()])
    await session.send('and a word')
    await settled()
    expect(bodies()).toEqual(['hello', 'and a word', 'a.pdf'])
  })

  it('stops when the customer begins anew', async () => {
    server.transfer = () => {}
    const { session, view } = await talking(server)
    await session.files.add([pdf()])
    await settled()
    session.restart()
    await settled()
    expect(view.entries).toEqual([])
    expect(session.files.list).toEqual([])
  })
})
