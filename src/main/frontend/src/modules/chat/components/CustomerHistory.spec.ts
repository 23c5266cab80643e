import { flushPromises, RouterLinkStub } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { customerRecord } from '@/modules/handoff/testing/transfers'
import { show } from '@/modules/leave/testing/scene'
import { http, ProblemError } from '@/shared/api'
import CustomerHistory from './CustomerHistory.vue'

const viewer = vi.hoisted(() => ({ manages: true, me: { id: 'kf001' } }))
vi.mock('@/modules/identity/useMe', () => ({ useMe: () => viewer }))

const history = () => show(CustomerHistory, { id: 'cu1', current: 'c1' })
const typed = async (testid: string, text: string) => {
  const field = document.querySelector<HTMLTextAreaElement>(`[data-testid="${testid}"]`)!
  field.value = text
  field.dispatchEvent(new Event('input'))
  await flushPromises()
}
const clicked = async (selector: string) => {
  document.querySelector<HTMLElement>(selector)!.click()
  await flushPromises()
}

describe('what is known of a customer', () => {
  beforeEach(() => {
    viewer.manages = true
    viewer.me.id = 'kf001'
    vi.useRealTimers()
    vi.spyOn(http, 'get').mockResolvedValue(customerRecord())
    vi.spyOn(http, 'create').mockResolvedValue({})
    vi.spyOn(http, 'delete').mockResolvedValue(undefined)
  })

  it('lists what was before, and how often asking was refused', async () => {
    const { shown, part } = await history()
    expect(shown.findAll('[data-testid="earlier-talk"]').map((talk) => talk.text())).toEqual([expect.stringContaining('C-0')])
    expect(part('earlier-request').text()).toContain('进行中')
    expect(part('earlier-request').text()).toContain('陈晓雨')
    expect(part('customer-refusals').text()).toContain('4')
    expect(shown.text()).toContain('历史会话 2')
  })

  it('shows more when it is asked for', async () => {
    const { press } = await history()
    await press('history-more')
    expect(http.get).toHaveBeenLastCalledWith('/customers/cu1', { limit: 20 })
  })

  it('lets a manager block the customer with a reason and an end', async () => {
    const { press } = await history()
    await press('block-open')
    expect(document.querySelector<HTMLButtonElement>('[data-testid="block-send"]')!.disabled).toBe(true)
    await typed('block-reason', ' 辱骂客服 ')
    await clicked('[data-testid="tab-forever"]')
    await clicked('[data-testid="block-send"]')
    document.querySelector('form')?.dispatchEvent(new Event('submit'))
    await flushPromises()
    expect(vi.mocked(http.create).mock.calls[0]).toEqual(['/blocklist', { customer: 'cu1', address: undefined, reason: '辱骂客服', until: undefined }])
  })

  it('lets a manager block the address instead, for an hour', async () => {
    const { press } = await history()
    await press('block-open')
    await clicked('[data-testid="tab-address"]')
    await clicked('[data-testid="tab-hour"]')
    await typed('block-reason', '刷单')
    document.querySelector('form')!.dispatchEvent(new Event('submit'))
    await flushPromises()
    const wish = vi.mocked(http.create).mock.calls[0]![1] as { address: string; until: string }
    expect(wish.address).toBe('203.0.113.9')
    expect(Date.parse(wish.until) - Date.now()).toBeGreaterThan(3_590_000)
  })

  it('lifts a block', async () => {
    const block = { id: 'b1', reason: '骚扰', blockedBy: { id: 'm', name: '周敏' }, blockedAt: '2026-11-26T08:00:00Z', until: null }
    vi.mocked(http.get).mockResolvedValue(customerRecord({ blocked: true, block }))
    const { part, press } = await history()
    expect(part('customer-blocked').text()).toContain('永久封禁')
    await press('block-lift')
    expect(http.delete).toHaveBeenCalledExactlyOnceWith('/blocklist/b1')
  })

  it('shows an agent that there is a block, and nothing to do about it', async () => {
    viewer.manages = false
    vi.mocked(http.get).mockResolvedValue(customerRecord({ blocked: true, address: null }))
    const { part, shown } = await history()
    expect(part('customer-blocked').text()).toContain('已被封禁')
    expect(part('block-lift').exists() || part('block-open').exists()).toBe(false)
    expect(shown.find('[data-testid="earlier-talk"] a').exists()).toBe(false)
  })

  it('leads an agent back to an own conversation', async () => {
    viewer.manages = false
    viewer.me.id = 'kf009'
    expect((await history()).shown.getComponent(RouterLinkStub).props('to')).toBe('/chat/c0')
  })

  it('says that it could not be read', async () => {
    vi.mocked(http.get).mockRejectedValue(new ProblemError({ status: 503, code: 'unavailable', detail: '服务暂时不可用。' }))
    expect((await history()).shown.text()).toContain('服务暂时不可用。')
  })

  it('says nothing beside a conversation whose customer is none of the reader', async () => {
    vi.mocked(http.get).mockRejectedValue(new ProblemError({ status: 404, code: 'customer_unknown', detail: '客户不存在。' }))
    expect((await history()).shown.text()).toBe('')
    expect((await show(CustomerHistory, { id: 'cu1' })).shown.text()).toContain('客户不存在。')
  })
})
