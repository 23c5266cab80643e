import { beforeEach, describe, expect, it, vi } from 'vitest'
import { CommandRefused } from './commands'
import { FakeSocket } from './testing/fake-socket'
import { C, Scene, settled } from './testing/scene'

describe('the client', () => {
  let scene: Scene
  let client: Scene['client']

  beforeEach(async () => {
    scene = await Scene.begin()
    client = scene.client
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

  it('tells again what it read shortly before the loss, and only that', async () => {
    const socket = FakeSocket.last.ready({})
    const pong = () => socket.says({ type: 'PONG', serverTime: '', heads: {} })
    client.read('old', 5)
    pong()
    pong()
    client.read('new', 7)
    pong()
    expect((await scene.reconnect({})).of('READ')).toEqual([{ type: 'READ', conversationId: 'new', seq: 7 }])
  })

  it('dates what is written by the clock of the server, whatever this one says, and keeps the order', async () => {
    vi.setSystemTime('2026-11-22T01:00:00Z')
    const early = client.text(C, 'before the server has spoken')
    FakeSocket.last.ready({})
    await vi.advanceTimersByTimeAsync(5_000)
    const late = client.text(C, 'after')
    expect(new Date(late.at).toISOString()).toBe('2026-11-22T00:00:05.000Z')
    expect(late.order).toBeGreaterThan(early.order)
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

  it('tells the chosen presence until it is acknowledged', async () => {
    client.presence('AWAY')
    const socket = FakeSocket.last.ready({})
    expect(socket.of('PRESENCE')).toMatchObject([{ state: 'AWAY' }])
    const again = await scene.reconnect({})
    again.says({ type: 'ACK', id: again.of('PRESENCE')[0]!.id as string })
    expect((await scene.reconnect({})).of('PRESENCE')).toEqual([])
  })

  it('knows the time of the server on a clock that is wrong and then set right', async () => {
    vi.setSystemTime('2026-11-22T15:00:00Z')
    expect(client.now()).toBe(Date.now())
    FakeSocket.last.ready({}).says({ type: 'PONG', serverTime: '2026-11-22T08:00:00Z', heads: {} })
    vi.setSystemTime('2026-11-22T03:00:00Z')
    await vi.advanceTimersByTimeAsync(5_000)
    expect(new Date(client.now()).toISOString()).toBe('2026-11-22T08:00:05.000Z')
  })

  it('tells everybody although one listener fails', async () => {
    const heard = vi.fn()
    const failures: unknown[] = []
    const reported = (failure: unknown) => failures.push(failure)
    const others = process.listeners('uncaughtException')
    process.removeAllListeners('uncaughtException').on('uncaughtException', reported)
    client.on('PONG', () => {
      throw new Error('broken screen')
    })
    client.on('PONG', heard)
    FakeSocket.last.ready({}).says({ type: 'PONG', serverTime: '', heads: {} })
    await settled()
    process.removeListener('uncaughtException', reported)
    for (const other of others) process.on('uncaughtException', other)
    expect(heard).toHaveBeenCalledOnce()
    expect(failures).toMatchObject([{ message: 'broken screen' }])
  })
})
