import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query'
import { flushPromises, mount } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import { http, type FeedState } from '@/shared/api'
import { changeLocale, i18n } from '@/shared/i18n'
import FeedPanel from './FeedPanel.vue'

const none: FeedState = { active: false, createdAt: null, readAt: null }
const open: FeedState = { active: true, createdAt: '2026-11-25T08:00:00Z', readAt: null }
const address = 'https://baton.example/ical/acme.secret.ics'

async function panel(state: FeedState) {
  changeLocale('zh-CN')
  const get = vi.spyOn(http, 'get').mockResolvedValue(state)
  const shown = mount(FeedPanel, {
    global: { plugins: [i18n, [VueQueryPlugin, { queryClient: new QueryClient() }]] },
    attachTo: document.body,
  })
  await flushPromises()
  const press = (name: string) => shown.get(`[data-testid="feed-${name}"]`).trigger('click').then(flushPromises)
  return { shown, press, become: (next: FeedState) => get.mockResolvedValue(next) }
}

describe('the own feed', () => {
  it('shows its address once, and warns who can read it', async () => {
    const post = vi.spyOn(http, 'post').mockResolvedValue({ address })
    const { shown, press, become } = await panel(none)
    expect(shown.find('[data-testid="feed-address"]').exists()).toBe(false)
    expect(shown.text()).toContain('任何拿到地址的人都能看到')
    become(open)
    await press('create')
    expect(post).toHaveBeenCalledWith('/rota/feed')
    expect((shown.get('[data-testid="feed-address"]').element as HTMLInputElement).value).toBe(address)
    expect(shown.get('[data-testid="feed-state"]').text()).toContain('尚未读取')
  })

  it('copies the address', async () => {
    const writeText = vi.fn().mockResolvedValue(undefined)
    Object.defineProperty(navigator, 'clipboard', { value: { writeText }, configurable: true })
    vi.spyOn(http, 'post').mockResolvedValue({ address })
    const { press } = await panel(none)
    await press('create')
    await press('copy')
    expect(writeText).toHaveBeenCalledWith(address)
  })

  it('is revoked, and then there is none', async () => {
    const remove = vi.spyOn(http, 'delete').mockResolvedValue(undefined)
    const { shown, press, become } = await panel({ ...open, readAt: '2026-11-25T09:00:00Z' })
    expect(shown.get('[data-testid="feed-state"]').text()).toContain('最近读取')
    expect(shown.find('[data-testid="feed-address"]').exists()).toBe(false)
    become(none)
    await press('revoke')
    expect(remove).toHaveBeenCalledWith('/rota/feed')
    expect(shown.find('[data-testid="feed-create"]').exists()).toBe(true)
  })
})
