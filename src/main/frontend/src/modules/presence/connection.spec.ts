import { mount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { nextTick } from 'vue'
import type { Me } from '@/shared/api'
import { changeLocale, i18n } from '@/shared/i18n'
import { FakeSocket } from '@/shared/socket/testing/fake-socket'
import ConnectionBar from './components/ConnectionBar.vue'
import { openSocket, socket } from './useSocket'

const ask = vi.fn()

describe('the connection of the desk', () => {
  let bar: ReturnType<typeof mount>

  beforeEach(async () => {
    vi.useFakeTimers()
    FakeSocket.all = []
    vi.stubGlobal('WebSocket', FakeSocket)
    ask.mockReset().mockResolvedValue({})
    changeLocale('zh-CN')
    openSocket({ id: 'kf001', tenant: { id: 'acme' } } as Me, ask)
    await vi.advanceTimersByTimeAsync(0)
    FakeSocket.last.ready()
    bar = mount(ConnectionBar, { global: { plugins: [i18n] } })
  })
  afterEach(() => {
    bar.unmount()
    socket().stop()
    vi.unstubAllGlobals()
    vi.useRealTimers()
  })

  it('says nothing while all is well', () => {
    expect(bar.text()).toBe('')
  })

  it('is never called offline while the server answers, whatever the browser thinks of the network', async () => {
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false)
    window.dispatchEvent(new Event('offline'))
    FakeSocket.last.says({ type: 'PONG', heads: {}, serverTime: '2026-11-22T00:00:00Z' })
    await vi.advanceTimersByTimeAsync(5_000)
    expect(bar.text()).toBe('')
    FakeSocket.last.cut()
    await nextTick()
    expect(bar.text()).toContain('没有网络')
  })

  it('is not called lost for a node that sends everybody elsewhere, if that is quick', async () => {
    FakeSocket.last.cut(1001)
    await vi.advanceTimersByTimeAsync(1_000)
    expect(FakeSocket.all).toHaveLength(2)
    FakeSocket.last.ready()
    await nextTick()
    expect(bar.text()).toBe('')
  })

  it('says that the connection was lost, and tries at once when asked to', async () => {
    FakeSocket.last.cut()
    await nextTick()
    expect(bar.text()).toContain('正在重新连接')
    await bar.find('button').trigger('click')
    await vi.advanceTimersByTimeAsync(0)
    FakeSocket.last.ready()
    await nextTick()
    expect(bar.text()).toBe('')
  })

  it('leaves the work to the other device until it is taken over here', async () => {
    FakeSocket.last.says({ type: 'KICKED', reason: 'newer_device' }).cut(4001)
    window.dispatchEvent(new Event('online'))
    await vi.advanceTimersByTimeAsync(120_000)
    expect(FakeSocket.all).toHaveLength(1)
    expect(bar.text()).toContain('另一台设备')
    expect(bar.find('button').text()).toBe('在此继续')
    await bar.find('button').trigger('click')
    await vi.advanceTimersByTimeAsync(0)
    FakeSocket.last.ready()
    await nextTick()
    expect(bar.text()).toBe('')
  })

  it('goes on by itself when the right to be here was only renewed', async () => {
    FakeSocket.last.cut(4003)
    await vi.advanceTimersByTimeAsync(0)
    expect(FakeSocket.all).toHaveLength(2)
  })

  it('stays away when nobody is logged in any more, and does not ask for ever', async () => {
    ask.mockRejectedValue(new Error('401'))
    FakeSocket.last.cut(4003)
    await vi.advanceTimersByTimeAsync(120_000)
    expect(FakeSocket.all).toHaveLength(1)
    expect(ask).toHaveBeenCalledOnce()
    expect(bar.text()).toContain('重新登录')
  })

  it('does not go round in circles with a server that revokes each time', async () => {
    FakeSocket.last.cut(4003)
    await vi.advanceTimersByTimeAsync(0)
    FakeSocket.last.ready().cut(4003)
    await vi.advanceTimersByTimeAsync(120_000)
    expect(FakeSocket.all).toHaveLength(2)
  })

  it('asks who is logged in when a handshake is refused', async () => {
    FakeSocket.last.cut()
    await vi.advanceTimersByTimeAsync(2_000)
    FakeSocket.last.cut()
    expect(ask).toHaveBeenCalledOnce()
  })
})
