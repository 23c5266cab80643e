import { beforeEach, describe, expect, it, vi } from 'vitest'
import { FakeSocket } from './testing/fake-socket'
import { C, message, range, Scene } from './testing/scene'

describe('the histories of a client', () => {
  let scene: Scene
  let client: Scene['client']

  beforeEach(async () => {
    scene = await Scene.begin()
    client = scene.client
  })

  it('shows a message once, however often it comes', () => {
    client.track(C)
    client.learn(C, range(1, 2))
    const socket = FakeSocket.last.ready({ [C]: 2 })
    socket.says({ type: 'TEXT', ...message(3) }).says({ type: 'TEXT', ...message(3) })
    socket.says({ type: 'MESSAGES', conversationId: C, messages: range(1, 3), more: false })
    expect(scene.seqs()).toEqual([1, 2, 3])
  })

  it('puts messages that overtook each other in order', () => {
    client.track(C)
    client.learn(C, range(1, 1))
    const socket = FakeSocket.last.ready({ [C]: 1 })
    for (const seq of [4, 2, 3]) socket.says({ type: 'TEXT', ...message(seq) })
    expect(scene.seqs()).toEqual([1, 2, 3, 4])
  })

  it('asks for what is missing between two messages, once', () => {
    client.track(C)
    client.learn(C, range(1, 5))
    const socket = FakeSocket.last.ready({ [C]: 5 })
    socket.says({ type: 'MESSAGES', conversationId: C, messages: [], more: false })
    socket.sent.length = 0
    socket.says({ type: 'TEXT', ...message(9) }).says({ type: 'TEXT', ...message(10) })
    expect(socket.of('SYNC')).toMatchObject([{ type: 'SYNC', conversations: { [C]: 5 }, limit: 200 }])
    socket.says({ type: 'MESSAGES', conversationId: C, messages: range(6, 10), more: false })
    expect(scene.seqs()).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
    expect(socket.of('SYNC')).toHaveLength(1)
  })

  it('does not ask again and again for what the server does not have, but does so after a sign of life', () => {
    client.track(C)
    client.learn(C, [...range(1, 2), ...range(4, 5)])
    const socket = FakeSocket.last.ready({ [C]: 5 })
    socket.says({ type: 'MESSAGES', conversationId: C, messages: range(4, 5), more: false })
    for (const seq of [6, 7, 8]) socket.says({ type: 'TEXT', ...message(seq) })
    expect(socket.of('SYNC')).toHaveLength(1)
    socket.says({ type: 'TEXT', ...message(10) })
    expect(socket.of('SYNC').at(-1)).toMatchObject({ conversations: { [C]: 8 } })
    socket.says({ type: 'MESSAGES', conversationId: C, messages: range(9, 10), more: false })
    socket.says({ type: 'PONG', serverTime: '', heads: { [C]: 10 } })
    expect(socket.of('SYNC').at(-1)).toMatchObject({ conversations: { [C]: 2 } })
  })

  it('does not take an older page for the answer to what it asked', () => {
    client.track(C)
    client.learn(C, range(1, 5))
    const socket = FakeSocket.last.ready({ [C]: 9 })
    socket.says({ type: 'MESSAGES', conversationId: C, messages: range(3, 4), more: false })
    socket.says({ type: 'PONG', serverTime: '', heads: { [C]: 9 } })
    expect(socket.of('SYNC')).toHaveLength(1)
  })

  it('asks again when no answer comes', async () => {
    client.track(C, true)
    const socket = FakeSocket.last.ready({ [C]: 3 })
    await vi.advanceTimersByTimeAsync(26_000)
    expect(socket.of('SYNC')).toHaveLength(2)
  })

  it('asks again after a passing refusal, when it may', async () => {
    client.track(C, true)
    const socket = FakeSocket.last.ready({ [C]: 3 })
    socket.says({ type: 'ERROR', code: 'slow_down', message: '', id: socket.of('SYNC')[0]!.id as string, retryAfterMs: 700 })
    await vi.advanceTimersByTimeAsync(699)
    expect(socket.of('SYNC')).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(1)
    expect(socket.of('SYNC')).toHaveLength(2)
  })

  it('brings the others although one conversation is refused', () => {
    for (const id of ['a', 'b', 'gone', 'd']) client.track(id, true)
    const socket = FakeSocket.last.ready({})
    for (let i = 0; i < socket.of('SYNC').length; i++) {
      const { id, conversations } = socket.of('SYNC')[i] as { id: string; conversations: Record<string, number> }
      if ('gone' in conversations) socket.says({ type: 'ERROR', code: 'conversation_unknown', message: '', id })
      else for (const answered of Object.keys(conversations)) {
        socket.says({ type: 'MESSAGES', conversationId: answered, messages: [message(1, answered)], more: false })
      }
    }
    expect(['a', 'b', 'gone', 'd'].map((id) => client.track(id).newest)).toEqual([1, 1, 0, 1])
    expect(socket.of('SYNC').length).toBeLessThan(8)
  })

  it('keeps the tails of the latest hundred conversations', () => {
    for (let i = 0; i < 150; i++) {
      client.track(`c${i}`)
      client.learn(`c${i}`, [message(1, `c${i}`)])
    }
    expect(client.track('c149').newest).toBe(1)
    expect(client.track('c0').newest).toBe(0)
    expect(Object.keys(FakeSocket.last.ready({}).of('SYNC')[0]!.conversations as object)).toHaveLength(99)
  })

  it('notices a missing tail from the heads of a PONG', () => {
    client.track(C)
    client.learn(C, range(1, 5))
    const socket = FakeSocket.last.ready({ [C]: 5 })
    socket.says({ type: 'MESSAGES', conversationId: C, messages: [], more: false })
    socket.sent.length = 0
    socket.says({ type: 'PONG', serverTime: '', heads: { [C]: 7, other: 3 } })
    expect(socket.of('SYNC')).toMatchObject([{ type: 'SYNC', conversations: { [C]: 5 }, limit: 200 }])
  })

  it('fetches page after page until nothing is missing', () => {
    client.track(C, true)
    const socket = FakeSocket.last.ready({ [C]: 450 })
    for (const [from, to, more] of [[1, 200, true], [201, 400, true], [401, 450, false]] as const) {
      socket.says({ type: 'MESSAGES', conversationId: C, messages: range(from, to), more })
    }
    expect(scene.seqs()).toHaveLength(450)
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
    const socket = await scene.reconnect({ [C]: 6 })
    expect(socket.of('SYNC')[0]).toMatchObject({ conversations: { [C]: 3 } })
  })

  it('asks for at most a hundred conversations in one frame', () => {
    for (let i = 0; i < 230; i++) client.track(`c${i}`, true)
    const sizes = FakeSocket.last.ready({}).of('SYNC').map((frame) => Object.keys(frame.conversations as object).length)
    expect(sizes).toEqual([100, 100, 30])
  })

  it('asks for a message whose ACK came although another tab wrote it', () => {
    client.track(C)
    client.learn(C, range(1, 2))
    const socket = FakeSocket.last.ready({ [C]: 2 })
    socket.says({ type: 'MESSAGES', conversationId: C, messages: [], more: false })
    socket.says({ type: 'ACK', id: 'of another tab', conversationId: C, seq: 3 })
    expect(socket.of('SYNC').at(-1)).toMatchObject({ conversations: { [C]: 2 } })
  })
})
