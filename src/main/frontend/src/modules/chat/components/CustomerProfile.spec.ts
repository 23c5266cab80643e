import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { show } from '@/modules/leave/testing/scene'
import { http, ProblemError } from '@/shared/api'
import { profile } from '../testing/knowledge'
import CustomerProfile from './CustomerProfile.vue'

const frames = vi.hoisted(() => ({ ready: [] as (() => void)[] }))
vi.mock('@/modules/presence/useSocket', () => ({ onFrame: (_: string, then: () => void) => frames.ready.push(then) }))

const shownProfile = () => show(CustomerProfile, { id: 'cu1' })

describe('what the site told of a customer', () => {
  beforeEach(() => {
    localStorage.clear()
    vi.spyOn(http, 'get').mockResolvedValue(profile())
  })

  it('is named in the language of the screen where the name is known', async () => {
    const { shown } = await shownProfile()
    expect(shown.text()).toContain('会员等级')
    expect(shown.text()).toContain('cart.total')
    expect(shown.text()).toContain('1280')
    expect(http.get).toHaveBeenCalledExactlyOnceWith('/customers/cu1/profile')
  })

  it('lists pages that open elsewhere and tell nobody where from, more on demand', async () => {
    const { shown, press } = await shownProfile()
    const pages = () => shown.findAll('[data-testid="page"]')
    expect(pages()).toHaveLength(4)
    expect(pages()[0]!.text()).toContain('shop.example/演出/0')
    expect(pages()[1]!.text()).toContain('演出 1')
    expect(pages()[0]!.get('a').attributes()).toMatchObject({ target: '_blank', rel: 'noopener noreferrer' })
    await press('pages-all')
    expect(pages()).toHaveLength(6)
  })

  it('lists events with what belongs to them', async () => {
    const { part } = await shownProfile()
    expect(part('event').text()).toContain('basket')
    expect(part('event').text()).toContain('ticket: T-1 · count: 2')
  })

  it('shows markup as text', async () => {
    const script = '<img src=x onerror=alert(1)>'
    vi.mocked(http.get).mockResolvedValue(profile({ attributes: { level: script }, tags: [script], events: [{ name: script, data: { a: script }, at: '2026-11-26T08:00:00Z' }] }))
    const { shown } = await shownProfile()
    expect(shown.find('img').exists()).toBe(false)
    expect(shown.text()).toContain(script)
  })

  it('says so when there is nothing', async () => {
    vi.mocked(http.get).mockResolvedValue(profile({ attributes: {}, pages: [], events: [], tags: [] }))
    const { shown } = await shownProfile()
    expect(shown.text()).toContain('网站没有提供资料')
    expect(shown.text()).toContain('没有浏览记录')
    expect(shown.text()).not.toContain('网站行为')
  })

  it('says that it could not be read, and is read again', async () => {
    vi.mocked(http.get).mockRejectedValueOnce(new ProblemError({ status: 503, code: 'unavailable', detail: '服务暂时不可用。' }))
    const { shown, part } = await shownProfile()
    expect(shown.get('[role="alert"]').text()).toContain('服务暂时不可用。')
    await shown.get('[role="alert"] button').trigger('click')
    await flushPromises()
    expect(part('profile').exists()).toBe(true)
  })

  it('is no failure for who has nothing to do with the customer', async () => {
    vi.mocked(http.get).mockRejectedValue(new ProblemError({ status: 404, code: 'customer_unknown', detail: '客户不存在。' }))
    const { shown, part } = await shownProfile()
    expect(part('profile-hidden').text()).toContain('仅对其客服和部门经理可见')
    expect(shown.find('[role="alert"]').exists()).toBe(false)
  })

  it('is asked for again when the connection is back', async () => {
    await shownProfile()
    frames.ready.at(-1)!()
    await flushPromises()
    expect(http.get).toHaveBeenCalledTimes(2)
  })

  it('remembers which parts are folded', async () => {
    const { part, press } = await shownProfile()
    expect(part('section-pages').attributes('aria-expanded')).toBe('true')
    await press('section-pages')
    expect(part('section-pages').attributes('aria-expanded')).toBe('false')
    const again = await shownProfile()
    expect(again.part('section-pages').attributes('aria-expanded')).toBe('false')
    await again.press('section-pages')
    expect(JSON.parse(localStorage.getItem('baton.chat.folded')!)).toEqual([])
  })
})
