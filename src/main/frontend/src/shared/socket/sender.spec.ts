import { beforeEach, describe, expect, it, vi } from 'vitest'
import { FakeSocket } from './testing/fake-socket'
import { C, message, range, Scene, settled } from './testing/scene'

describe('the messages of a client', () => {
  let scene: Scene
  let client: Scene['client']

  beforeEach(async () => {
    scene = await Scene.begin()
    client = scene.client
  })

  it('keeps a message until it is acknowledged and sends the same id again', async () => {
    client.track(C)
    const socket = FakeSocket.last.ready({})
    const { id } = client.text(C, 'hello')
    expect(socket.of('TEXT')).toHaveLength(1)
    const again = await scene.reconnect({})
    expect(again.of('TEXT')[0]).toMatchObject({ id, body: 'hello' })
    again.says({ type: 'ACK', id, conversationId: C, seq: 1, sentAt: '2026-11-22T01:00:00Z' })
    again.says({ type: 'ACK', id, conversationId: C, seq: 1, sentAt: '2026-11-22T01:00:00Z' })
    expect(scene.seqs()).toEqual([1])
    expect(client.outbox.list()).toEqual([])
    expect(scene.store.length).toBe(0)
  })

  it('sends after a reload what the page before could not send', async () => {
    const { id } = client.text(C, 'written offline')
    client.stop()
    const next = scene.make()
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

  it('waits a minute at most, whatever it is told', async () => {
    const socket = FakeSocket.last.ready({})
    const { id } = client.text(C, 'hasty')
    socket.says({ type: 'ERROR', code: 'slow_down', message: '', id, retryAfterMs: 1e15 })
    await vi.advanceTimersByTimeAsync(30_500)
    socket.says({ type: 'PONG', serverTime: '', heads: {} })
    await vi.advanceTimersByTimeAsync(31_000)
    expect(socket.of('TEXT')).toHaveLength(2)
  })

  it('keeps its own time when somebody sets the clock back', async () => {
    const socket = FakeSocket.last.ready({})
    const first = client.text(C, 'first')
    socket.says({ type: 'ERROR', code: 'slow_down', message: '', id: first.id, retryAfterMs: 1_000 })
    vi.setSystemTime(Date.now() - 5 * 3_600_000)
    client.text(C, 'second')
    await vi.advanceTimersByTimeAsync(1_001)
    expect(socket.of('TEXT').map((frame) => frame.body)).toEqual(['first', 'first'])
    expect(client.outbox.list(C).map((one) => one.body)).toEqual(['first', 'second'])
  })

  it('gives up on a message over which the server breaks down each time', async () => {
    const socket = FakeSocket.last.ready({})
    const { id } = client.text(C, 'poison')
    client.text(C, 'after it')
    for (let i = 0; i < 5; i++) {
      socket.says({ type: 'ERROR', code: 'internal', message: 'failed', id })
      await vi.advanceTimersByTimeAsync(2_001)
    }
    expect(client.outbox.get(id)).toMatchObject({ refused: 'failed', refusal: 'internal' })
    expect(socket.of('TEXT').at(-1)).toMatchObject({ body: 'after it' })
  })

  it('does not send again by itself what broke the connection because it was too big', async () => {
    const socket = FakeSocket.last.ready({})
    const { id } = client.text(C, 'x'.repeat(9_000))
    socket.cut(1009)
    await vi.advanceTimersByTimeAsync(1_000)
    expect(FakeSocket.last.ready({}).of('TEXT')).toEqual([])
    expect(client.outbox.get(id)?.refusal).toBe('too_big')
  })

  it('sends what another tab left behind, and forgets what another tab has sent', async () => {
    FakeSocket.last.ready({})
    const other = scene.make()
    const left = other.text(C, 'from a tab that was closed')
    const sent = other.text('c2', 'sent there')
    other.stop()
    FakeSocket.all = [FakeSocket.all[0]!]
    const socket = await scene.reconnect({})
    expect(socket.of('TEXT').map((frame) => frame.id)).toEqual([left.id, sent.id])
    dispatchEvent(new StorageEvent('storage', { key: `unsent.${sent.id}`, newValue: null }))
    expect(client.outbox.list().map((one) => one.id)).toEqual([left.id])
  })

  it('tells of a message that is committed, once', () => {
    const sent = vi.fn()
    client.on('sent', sent)
    const socket = FakeSocket.last.ready({})
    const { id } = client.text(C, 'hello')
    for (let i = 0; i < 2; i++) socket.says({ type: 'ACK', id, conversationId: C, seq: 4, sentAt: '2026-11-22T01:00:00Z' })
    expect(sent).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ id, seq: 4, senderId: 'kf001', senderType: 'AGENT' }))
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
    const socket = await scene.reconnect({ [C]: 2 })
    socket.says({ type: 'MESSAGES', conversationId: C, messages: [{ ...message(2), id, body: 'mine' }], more: false })
    expect(client.outbox.list()).toEqual([])
    expect(scene.seqs()).toEqual([1, 2])
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

  it('still writes when the store is full', () => {
    scene.store.refuses = true
    const socket = FakeSocket.last.ready({})
    client.text(C, 'hello')
    expect(socket.of('TEXT')).toHaveLength(1)
  })

  it('skips what is broken in the store', () => {
    for (const [key, value] of [['unsent.1', '{'], ['unsent.2', '{"id":"x"}'], ['other', '1']] as const) scene.store.setItem(key, value)
    expect(scene.make().outbox.list()).toEqual([])
  })
})
