import { beforeEach, describe, expect, it, vi } from 'vitest'
import { backoff } from './backoff'
import { Connection, type ConnectionState } from './connection'
import { FakeSocket } from './testing/fake-socket'

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

  it('comes back within a second when the node goes away, not all at the same moment', async () => {
    FakeSocket.last.ready().cut(1001)
    await vi.advanceTimersByTimeAsync(499)
    expect(FakeSocket.all).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(1)
    expect(FakeSocket.all).toHaveLength(2)
  })

  it('waits longer each time when every node greets and goes away', async () => {
    for (const wait of [500, 2_500, 4_500, 8_500]) {
      const before = FakeSocket.all.length
      FakeSocket.last.ready().cut(1001)
      await vi.advanceTimersByTimeAsync(wait - 1)
      expect(FakeSocket.all).toHaveLength(before)
      await vi.advanceTimersByTimeAsync(1)
    }
  })

  it('forgets its failures only after the connection has held for a while', async () => {
    for (let i = 0; i < 3; i++) {
      FakeSocket.last.open().cut()
      await vi.advanceTimersByTimeAsync(5_000)
    }
    FakeSocket.last.ready()
    await vi.advanceTimersByTimeAsync(20_000)
    FakeSocket.last.cut()
    await vi.advanceTimersByTimeAsync(1_500)
    expect(FakeSocket.all).toHaveLength(5)
  })

  it('gives an overloaded server more time than a lost one', async () => {
    FakeSocket.last.ready().cut(1013)
    await vi.advanceTimersByTimeAsync(4_499)
    expect(FakeSocket.all).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(1)
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

  it('does not throw out the other device when the close after KICKED gets lost', async () => {
    FakeSocket.last.ready().says({ type: 'KICKED', reason: 'newer_device' }).cut(1006)
    await vi.advanceTimersByTimeAsync(120_000)
    expect(connection.state).toBe('stopped')
    expect(FakeSocket.all).toHaveLength(1)
  })

  it('goes after KICKED even when no close follows, and comes back when it is told to', async () => {
    FakeSocket.last.ready().says({ type: 'KICKED', reason: 'newer_device' })
    await vi.advanceTimersByTimeAsync(2_000)
    expect(connection.state).toBe('stopped')
    connection.start()
    await settled()
    FakeSocket.last.ready()
    expect(connection.state).toBe('ready')
  })

  it('says that it leaves on purpose only when it does', async () => {
    const lost = FakeSocket.last.ready()
    await vi.advanceTimersByTimeAsync(40_000)
    expect(lost.closedWith).toBe(4000)
    await vi.advanceTimersByTimeAsync(1_500)
    const left = FakeSocket.last.ready()
    connection.stop()
    expect(left.closedWith).toBe(1000)
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

  it('gives up on a server that says everything but READY', async () => {
    const socket = FakeSocket.last.open()
    for (let i = 0; i < 3; i++) {
      await vi.advanceTimersByTimeAsync(5_000)
      socket.says({ type: 'PONG', serverTime: '', heads: {} })
    }
    expect(connection.state).toBe('waiting')
  })

  it('asks for a sign of life when the network changes, and being asked again does not put off the end', async () => {
    FakeSocket.last.ready()
    for (let i = 0; i < 4; i++) {
      connection.hurry()
      await vi.advanceTimersByTimeAsync(2_500)
    }
    expect(FakeSocket.all[0]!.of('PING')).toHaveLength(1)
    expect(connection.state).toBe('waiting')
  })

  it('begins again when the network changes while an attempt hangs', async () => {
    await vi.advanceTimersByTimeAsync(1_000)
    connection.hurry()
    expect(FakeSocket.all).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(3_000)
    connection.hurry()
    await settled()
    expect(FakeSocket.all).toHaveLength(2)
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
    await vi.advanceTimersByTimeAsync(500)
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
