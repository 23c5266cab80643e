import { VueQueryPlugin } from '@tanstack/vue-query'
import { mount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { defineComponent } from 'vue'
import type { Me } from '@/shared/api'
import { FakeSocket } from '@/shared/socket/testing/fake-socket'
import { openSocket, socket } from '@/modules/presence/useSocket'
import { useOffers } from './useOffers'

const offer = {
  type: 'HANDOFF_REQUEST' as const,
  handoffId: 'h1',
  conversationId: 'c1',
  reason: 'refund',
  priority: 'NORMAL' as const,
  customer: {},
  expiresAt: '2026-11-22T08:00:30Z',
}

describe('offers', () => {
  let used: ReturnType<typeof useOffers>
  const onGone = vi.fn()

  beforeEach(async () => {
    vi.useFakeTimers()
    vi.stubGlobal('WebSocket', FakeSocket)
    openSocket({ id: 'kf001', tenant: { id: 'acme' } } as Me, async () => ({}))
    await vi.advanceTimersByTimeAsync(0)
    const Dock = defineComponent(() => {
      used = useOffers({ onOffer: vi.fn(), onAccepted: vi.fn(), onGone, onRefused: vi.fn() })
      return () => null
    })
    mount(Dock, { global: { plugins: [VueQueryPlugin] } })
  })
  afterEach(() => {
    socket().stop()
    vi.unstubAllGlobals()
    vi.useRealTimers()
  })
  const said = (time: string) => ({ type: 'PONG' as const, serverTime: time, heads: {} })

  it.each([-5, 5])('end by the clock of the server where that of the desk is wrong by %i hours', async (hours) => {
    vi.setSystemTime(Date.parse('2026-11-22T08:00:00Z') + hours * 3_600_000)
    FakeSocket.last.ready().says(said('2026-11-22T08:00:00Z')).says(offer)
    await vi.advanceTimersByTimeAsync(29_000)
    used.expire(socket().now())
    expect(used.offers.value).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(3_000)
    used.expire(socket().now())
    expect(used.offers.value).toEqual([])
  })

  it('vanish on every device when they were taken on one', () => {
    FakeSocket.last.ready().says(offer).says({ type: 'HANDOFF_CANCELLED', handoffId: 'h1', reason: 'taken' })
    expect(used.offers.value).toEqual([])
    expect(onGone).toHaveBeenCalledWith('taken')
  })
})
