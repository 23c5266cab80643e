import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query'
import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { defineComponent, ref } from 'vue'
import { http } from '@/shared/api'
import { useRota } from './useRota'

type Listener = (frame: { from: string; to: string }) => void
const heard = vi.hoisted(() => ({}) as { rota: Listener })
vi.mock('@/modules/presence/useSocket', () => ({
  onFrame: (_name: string, listener: Listener) => (heard.rota = listener),
}))

async function board() {
  const get = vi.spyOn(http, 'get').mockResolvedValue({ people: [] } as never)
  const shown = mount(
    defineComponent({
      setup: () => ({ query: useRota(ref({ from: '2026-11-23', to: '2026-11-29' })) }),
      template: '<i />',
    }),
    { global: { plugins: [[VueQueryPlugin, { queryClient: new QueryClient() }]] } },
  )
  await flushPromises()
  return { get, shown }
}

describe('the plan', () => {
  afterEach(() => {
    vi.useRealTimers()
    vi.restoreAllMocks()
  })

  it('is asked for again when others change one of its days, once for many changes', async () => {
    const { get } = await board()
    vi.useFakeTimers()
    heard.rota({ from: '2026-11-29', to: '2026-12-24' })
    heard.rota({ from: '2026-11-25', to: '2026-11-25' })
    await vi.advanceTimersByTimeAsync(1000)
    expect(get).toHaveBeenCalledTimes(2)
  })

  it('is left alone when other days are changed, or when nobody looks any more', async () => {
    const { get, shown } = await board()
    vi.useFakeTimers()
    heard.rota({ from: '2026-11-30', to: '2026-12-24' })
    heard.rota({ from: '2026-11-01', to: '2026-11-22' })
    await vi.advanceTimersByTimeAsync(1000)
    expect(get).toHaveBeenCalledTimes(1)
    heard.rota({ from: '2026-11-25', to: '2026-11-25' })
    shown.unmount()
    await vi.advanceTimersByTimeAsync(1000)
    expect(get).toHaveBeenCalledTimes(1)
  })
})
