import { beforeEach, describe, expect, it, vi } from 'vitest'
import { BatonClient, CommandRefused } from './client'
import { FakeSocket, MemoryStore } from './fake-socket'
import type { Message } from './frames'

const C = 'c1'
const message = (seq: number, id = `m${seq}`): Message => ({
  id,
  conversationId: C,
  seq,
  senderType: 'CUSTOMER',
  senderId: 'v1',
  body: `text ${seq}`,
  contentType: 'text/plain',
  sentAt: '2026-11-22T01:00:00Z',
})
const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => message(from + i))
const settled = () => vi.advanceTimersByTimeAsync(0)

describe('the client', () => {
  let store: MemoryStore
  let client: BatonClient

  function make(): BatonClient {
    const made = new BatonClient({
      address: () => ({ url: 'ws://baton/ws/agent' }),
      store,
      storePrefix: 'unsent.',
      senderType: 'AGENT',
      open: () => new FakeSocket() as unknown as WebSocket,
      random: () => 0,
    })
    made.start()
    return made
  }
  const seqs = (of = client) => of.track(C).messages().map((m) => m.seq)
  async function reconnect(heads: Record<string, number> = {}) {
    FakeSocket.last.cut(1001)
    await settled()
    return FakeSocket.last.ready(heads)
  }

  beforeEach(async () => {
    vi.useFakeTimers()
    FakeSocket.all = []
    store = new MemoryStore()
    client = make()
    await settled()
  })

  it('shows a message once, however often it comes', () => {
    client.track(C)
    client.learn(C, range(1, 2))
    const socket = FakeSocket.last.ready({ [C]: 2 })
    socket.says({ type: 'TEXT', ...message(3) }).says({ type: 'TEXT', ...message(3) })
    socket.says({ type: 'MESSAGES', conversationId: C, messages: range(1, 3), more: false })
    expect(seqs()).toEqual([1, 2, 3])
  })

  it('puts messages that overtook each other in order', () => {
    client.track(C)
    client.learn(C, range(1, 1))
    const socket = FakeSocket.last.ready({ [C]: 1 })
    for (const seq of [4, 2, 3]) socket.says({ type: 'TEXT', ...message(seq) })
    expect(seqs()).toEqual([1, 2, 3, 4])
  })

  it('asks for what is missing between two messages, once', () => {
    client.track(C)
    client.learn(C, range(1, 5))
    const socket = FakeSocket.last.ready({ [C]: 5 })
    socket.says({ type: 'MESSAGES', conversationId: C, messages: [], more: false })
    socket.sent.length = 0
    socket.says({ type: 'TEXT', ...message(9) }).says({ type: 'TEXT', ...message(10) })
    expect(socket.of('SYNC')).toEqual([{ type: 'SYNC', conversations: { [C]: 5 }, limit: 200 }])
    socket.says({ type: 'MESSAGES', conversationId: C, messages: range(6, 10), more: false })
    expect(seqs()).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
    expect(socket.of('SYNC')).toHaveLength(1)
  })

  it('notices a missing tail from the heads of a PONG', () => {
    client.track(C)
    client.learn(C, range(1, 5))
    const socket = FakeSocket.last.ready({ [C]: 5 })
    socket.says({ type: 'MESSAGES', conversationId: C, messages: [], more: false })
    socket.sent.length = 0
    socket.says({ type: 'PONG', serverTime: '', heads: { [C]: 7, other: 3 } })
    expect(socket.of('SYNC')).toEqual([{ type: 'SYNC', conversations: { [C]: 5 }, limit: 200 }])
  })

  it('fetches page after page until nothing is missing', () => {
    client.track(C, true)
    const socket = FakeSocket.last.ready({ [C]: 450 })
    for (const [from, to, more] of [[1, 200, true], [201, 400, true], [401, 450, false]] as const) {
      socket.says({ type: 'MESSAGES', conversationId: C, messages: range(from, to), more })
    }
    expect(seqs()).toHaveLength(450)
    expect(socket.of('SYNC').map((frame) => (frame.conversations as Record<string, number>)[C])).toEqual([0, 200, 400])
  })

  it('does not ask for ever when the server keeps saying nothing', () => {
    client.track(C)
    client.learn(C, range(1, 2))
    const socket = FakeSocket.last.ready({ [C]: 9 })
    for (let i = 0; i < 20; i++) socket.says({ type: 'MESSAGES', conversationId: C, messages: [], more: true })
    expect(socket.of('SYNC').length).toBeLessThanOrEqual(2)
  })

  it('brings what was missed while it was away', async () => {
    client.track(C)
    client.learn(C, range(1, 3))
    FakeSocket.last.ready({ [C]: 3 })
    const socket = await reconnect({ [C]: 6 })
    expect(socket.of('SYNC')[0]).toMatchObject({ conversations: { [C]: 3 } })
  })

  it('asks for at most a hundred conversations in one frame', () => {
    for (let i = 0; i < 230; i++) client.track(`c${i}`, true)
    const sizes = FakeSocket.last.ready({}).of('SYNC').map((frame) => Object.keys(frame.conversations as object).length)
    expect(sizes).toEqual([100, 100, 30])
  })

  it('keeps a message until it is acknowledged and sends the same id again', async () => {
    client.track(C)
    const socket = FakeSocket.last.ready({})
    const { id } = client.text(C, 'hello')
    expect(socket.of('TEXT')).toHaveLength(1)
    const again = await reconnect({})
    expect(again.of('TEXT')[0]).toMatchObject({ id, body: 'hello' })
    again.says({ type: 'ACK', id, conversationId: C, seq: 1, sentAt: '2026-11-22T01:00:00Z' })
    again.says({ type: 'ACK', id, conversationId: C, seq: 1, sentAt: '2026-11-22T01:00:00Z' })
    expect(seqs()).toEqual([1])
    expect(client.outbox.list()).toEqual([])
    expect(store.length).toBe(0)
  })

  it('sends after a reload what the page before could not send', async () => {
    const { id } = client.text(C, 'written offline')
    client.stop()
    const next = make()
    await settled()
    FakeSocket.last.ready({})
    expect(next.outbox.list()).toHaveLength(1)
    expect(FakeSocket.last.of('TEXT')[0]).toMatchObject({ id, body: 'written offline' })
  })

  it('sends one message of a conversation at a time, so that a retry keeps the order', () => {
    const socket = FakeSocket.last.ready({})
    const [first, second] = [client.text(C, 'one'), client.text(C, 'two')]
    client.text('c2', 'elsewhere')
    expect(socket.of('TEXT').map((frame) => frame.body)).toEqual(['one', 'elsewhere'])
    socket.says({ type: 'ACK', id: first.id, conversationId: C, seq: 1 })
    expect(socket.of('TEXT').at(-1)).toMatchObject({ id: second.id })
  })

  it('waits as long as it is told when it is too fast', async () => {
    const socket = FakeSocket.last.ready({})
    const { id } = client.text(C, 'hasty')
    socket.says({ type: 'ERROR', code: 'slow_down', message: '', id, retryAfterMs: 3_000 })
    client.text('c2', 'also waits')
    await vi.advanceTimersByTimeAsync(2_900)
    expect(socket.of('TEXT')).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(200)
    expect(socket.of('TEXT')).toHaveLength(3)
    expect(socket.of('TEXT')[1]).toMatchObject({ id })
  })

  it('leaves a refused message to the one who wrote it', () => {
    const socket = FakeSocket.last.ready({})
    const { id } = client.text(C, 'too long')
    socket.says({ type: 'ERROR', code: 'invalid', message: 'at most 8,000 characters', id })
    expect(client.outbox.get(id)?.refused).toBe('at most 8,000 characters')
    client.text(C, 'next')
    expect(socket.of('TEXT').map((frame) => frame.body)).toEqual(['too long', 'next'])
    client.discard(id)
    expect(client.outbox.get(id)).toBeUndefined()
  })

  it('counts a message as sent when it comes back although its ACK was lost', async () => {
    client.track(C)
    client.learn(C, range(1, 1))
    FakeSocket.last.ready({ [C]: 1 })
    const { id } = client.text(C, 'mine')
    const socket = await reconnect({ [C]: 2 })
    socket.says({ type: 'MESSAGES', conversationId: C, messages: [{ ...message(2), id, body: 'mine' }], more: false })
    expect(client.outbox.list()).toEqual([])
    expect(seqs()).toEqual([1, 2])
  })

  it('sends again with the same id when the answer never comes', async () => {
    const socket = FakeSocket.last.ready({})
    const { id } = client.text(C, 'into the void')
    for (let i = 0; i < 7; i++) {
      await vi.advanceTimersByTimeAsync(4_000)
      socket.says({ type: 'PONG', serverTime: '', heads: {} })
    }
    expect(socket.of('TEXT').map((frame) => frame.id)).toEqual([id, id])
  })

  it('marks as read only forwards, and tells it after the reconnect', async () => {
    const socket = FakeSocket.last.ready({})
    client.read(C, 5)
    client.read(C, 3)
    expect(socket.of('READ').map((frame) => frame.seq)).toEqual([5])
    socket.cut(1001)
    client.read(C, 8)
    await settled()
    expect(FakeSocket.last.ready({}).of('READ').map((frame) => frame.seq)).toEqual([8])
  })

  it('tells at most one typing a second', async () => {
    const socket = FakeSocket.last.ready({})
    for (let i = 0; i < 20; i++) client.typing(C, `h${i}`)
    await vi.advanceTimersByTimeAsync(1_000)
    client.typing(C, 'hello')
    expect(socket.of('TYPING')).toHaveLength(2)
  })

  it('answers a command with the ACK or the refusal of the server', async () => {
    const socket = FakeSocket.last.ready({})
    const accepted = client.accept('h1')
    socket.says({ type: 'ACK', id: socket.of('HANDOFF_ACCEPT')[0]!.id as string })
    await expect(accepted).resolves.toMatchObject({ type: 'ACK' })
    const late = client.accept('h2')
    socket.says({ type: 'ERROR', code: 'taken', message: '', id: socket.of('HANDOFF_ACCEPT')[1]!.id as string })
    await expect(late).rejects.toMatchObject({ code: 'taken' })
  })

  it('fails a command when the connection goes, without sending it twice', async () => {
    const socket = FakeSocket.last.ready({})
    const rejected = client.reject('h1').catch((error: unknown) => error)
    socket.cut(1006)
    expect(await rejected).toBeInstanceOf(CommandRefused)
    await vi.advanceTimersByTimeAsync(1_000)
    expect(FakeSocket.last.ready({}).of('HANDOFF_REJECT')).toEqual([])
  })

  it('tells the chosen presence as soon as it can', () => {
    client.presence('AWAY')
    expect(FakeSocket.last.ready({}).of('PRESENCE')).toEqual([{ type: 'PRESENCE', state: 'AWAY' }])
  })

  it('still writes when the store is full', () => {
    store.refuses = true
    const socket = FakeSocket.last.ready({})
    client.text(C, 'hello')
    expect(socket.of('TEXT')).toHaveLength(1)
  })

  it('skips what is broken in the store', () => {
    for (const [key, value] of [['unsent.1', '{'], ['unsent.2', '{"id":"x"}'], ['other', '1']] as const) store.setItem(key, value)
    expect(make().outbox.list()).toEqual([])
  })
})
