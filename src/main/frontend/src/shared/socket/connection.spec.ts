import { beforeEach, describe, expect, it, vi } from 'vitest'
import { backoff } from './backoff'
import { Connection, type ConnectionState } from './connection'
import { FakeSocket } from './fake-socket'

const settled = () => vi.advanceTimersByTimeAsync(0)

describe('the connection', () => {
  const states: ConnectionState[] = []
  const frames: string[] = []
  const refused = vi.fn()
  let connection: Connection

  beforeEach(() => {
    vi.useFakeTimers()
    FakeSocket.all = []
    states.length = 0
    frames.length = 0
    connection = new Connection({
      address: () => ({ url: 'ws://baton/ws/agent' }),
      onFrame: (frame) => frames.push(frame.type),
      onState: (state) => states.push(state),
      onRefused: refused,
      open: () => new FakeSocket() as unknown as WebSocket,
      random: () => 0.5,
    })
    connection.start()
    return settled()
  })

  it('is ready only after READY', () => {
    FakeSocket.last.open()
    expect(connection.state).toBe('connecting')
    expect(connection.send({ type: 'PING' })).toBe(false)
    FakeSocket.last.ready()
    expect(connection.state).toBe('ready')
  })

  it('comes back after a loss, later each time', async () => {
    for (const wait of [1_500, 2_500, 4_500]) {
      const before = FakeSocket.all.length
      FakeSocket.last.open().cut()
      await vi.advanceTimersByTimeAsync(wait - 1)
      expect(FakeSocket.all).toHaveLength(before)
      await vi.advanceTimersByTimeAsync(1)
      expect(FakeSocket.all).toHaveLength(before + 1)
    }
  })

  it('comes back at once when the node goes away', async () => {
    FakeSocket.last.ready().cut(1001)
    await settled()
    expect(FakeSocket.all).toHaveLength(2)
  })

  it('waits when a node goes away before it was ready', async () => {
    FakeSocket.last.open().cut(1001)
    await settled()
    expect(FakeSocket.all).toHaveLength(1)
  })

  it.each([1008, 4001, 4003])('stops when it is closed with %i', async (code) => {
    FakeSocket.last.ready().cut(code)
    await vi.advanceTimersByTimeAsync(120_000)
    expect(connection.state).toBe('stopped')
    expect(FakeSocket.all).toHaveLength(1)
  })

  it('tells when the handshake was refused', () => {
    FakeSocket.last.cut()
    expect(refused).toHaveBeenCalledOnce()
  })

  it('pings every thirty seconds and gives up on a silent server', async () => {
    FakeSocket.last.ready()
    await vi.advanceTimersByTimeAsync(30_000)
    expect(FakeSocket.last.of('PING')).toHaveLength(1)
    FakeSocket.last.says({ type: 'PONG', serverTime: '', heads: {} })
    await vi.advanceTimersByTimeAsync(30_000)
    expect(connection.state).toBe('ready')
    await vi.advanceTimersByTimeAsync(10_000)
    expect(connection.state).toBe('waiting')
  })

  it('gives up on a server that never says READY', async () => {
    FakeSocket.last.open()
    await vi.advanceTimersByTimeAsync(15_000)
    expect(connection.state).toBe('waiting')
  })

  it('survives everything that is no frame', () => {
    const socket = FakeSocket.last.ready()
    for (const junk of ['', '{', 'null', '42', '[]', '{"no":"type"}', new ArrayBuffer(4), '{"type":7}']) socket.raw(junk)
    expect(connection.state).toBe('ready')
    expect(frames).toEqual(['READY'])
  })

  it('ignores a socket it has given up', async () => {
    const old = FakeSocket.last.ready()
    old.cut(1001)
    await settled()
    FakeSocket.last.ready()
    old.says({ type: 'KICKED', reason: 'late' })
    old.cut(4001)
    expect(connection.state).toBe('ready')
    expect(frames).not.toContain('KICKED')
  })

  it('hurries when the network is back', async () => {
    FakeSocket.last.open().cut()
    connection.hurry()
    await settled()
    expect(FakeSocket.all).toHaveLength(2)
  })

  it('stays stopped when it was stopped while waiting', async () => {
    FakeSocket.last.open().cut()
    connection.stop()
    await vi.advanceTimersByTimeAsync(120_000)
    expect(FakeSocket.all).toHaveLength(1)
  })
})

describe('the back-off', () => {
  it('stays between one and thirty seconds', () => {
    for (let attempt = 0; attempt < 40; attempt++) {
      expect(backoff(attempt, () => 0)).toBe(1_000)
      expect(backoff(attempt, () => 1)).toBeLessThanOrEqual(30_000)
    }
    expect(backoff(20, () => 1)).toBe(30_000)
  })
})
