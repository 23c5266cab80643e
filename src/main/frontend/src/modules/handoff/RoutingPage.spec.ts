import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query'
import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { http, ProblemError } from '@/shared/api'
import { changeLocale, i18n } from '@/shared/i18n'
import type { RoutingPolicy } from './routing'
import RoutingPage from './RoutingPage.vue'

const vip: RoutingPolicy = {
  department: 'vip',
  strategy: 'ROUND_ROBIN',
  week: [{ day: 'MONDAY', opens: '09:00:00', closes: '18:00:00' }],
  openHolidays: false,
  tenantHours: { opens: '00:00:00', closes: '00:00:00' },
  version: 3,
}

async function page(policy: RoutingPolicy | Error = vip) {
  changeLocale('zh-CN')
  vi.spyOn(http, 'get').mockImplementation(async (path) => {
    if (path === '/departments') return { items: [{ id: 'vip', name: '贵宾' }] } as never
    if (policy instanceof Error) throw policy
    return policy as never
  })
  const shown = mount(RoutingPage, {
    global: { plugins: [i18n, [VueQueryPlugin, { queryClient: new QueryClient({ defaultOptions: { queries: { retry: false } } }) }]] },
    attachTo: document.body,
  })
  await flushPromises()
  const find = <T extends HTMLElement>(selector: string) => document.querySelector<T>(selector)!
  const press = (selector: string) => {
    find(selector).click()
    return flushPromises()
  }
  const submit = () => {
    find('form#routing').dispatchEvent(new Event('submit', { cancelable: true }))
    return flushPromises()
  }
  return { shown, find, press, submit }
}

afterEach(() => vi.restoreAllMocks())

describe('the routing page', () => {
  it('tells the strategy, the hours of each weekday and what holds on holidays', async () => {
    const { find } = await page()
    expect(find('[data-testid="routing-strategy"]').textContent).toBe('轮流分配')
    const days = [...document.querySelectorAll('[data-testid="routing-day"]')].map((day) => day.textContent)
    expect(days).toEqual(['09:00–18:00', ...Array(6).fill('不服务')])
  })

  it('tells that the hours of the company apply', async () => {
    const { find } = await page({ ...vip, week: null })
    expect(find('[data-testid="routing-tenant"]').textContent).toContain('全天')
  })

  it('says what went wrong and tries again', async () => {
    const { find, press } = await page(new ProblemError({ status: 503, code: 'unavailable' }))
    expect(find('[role="alert"]')).not.toBeNull()
    vi.spyOn(http, 'get').mockResolvedValue(vip as never)
    await press('[role="alert"] button')
    expect(find('[data-testid="routing-strategy"]').textContent).toBe('轮流分配')
  })

  it('saves another strategy and week, saying which version was seen', async () => {
    const put = vi.spyOn(http, 'put').mockResolvedValue(vip)
    const { find, press, submit } = await page()
    await press('[data-testid="routing-edit"]')
    find<HTMLInputElement>('input[value="LAST_AGENT_FIRST"]').click()
    const closes = find<HTMLInputElement>('[data-testid="week-span"] input:last-of-type')
    closes.value = '02:00'
    closes.dispatchEvent(new Event('input'))
    await flushPromises()
    expect(find('[data-testid="week-span"]').textContent).toContain('次日')
    await submit()
    const week = [{ day: 'MONDAY', opens: '09:00', closes: '02:00' }]
    expect(put).toHaveBeenCalledWith('/departments/vip/routing', { strategy: 'LAST_AGENT_FIRST', week, openHolidays: false }, 3)
    expect(find('[data-testid="routing-dialog"]')).toBeNull()
  })

  it('goes back to the hours of the company', async () => {
    const put = vi.spyOn(http, 'put').mockResolvedValue(vip)
    const { press, submit } = await page()
    await press('[data-testid="routing-edit"]')
    await press('[data-testid="routing-own"] input')
    await submit()
    expect(put).toHaveBeenCalledWith('/departments/vip/routing', { strategy: 'ROUND_ROBIN', week: null, openHolidays: false }, 3)
  })

  it('does not save spans that are incomplete', async () => {
    const put = vi.spyOn(http, 'put')
    const { find, press, submit } = await page()
    await press('[data-testid="routing-edit"]')
    await press('[data-testid="span-add"]')
    expect(find('[data-testid="routing-dialog"] [role="alert"]').textContent).toContain('请填写')
    expect(find<HTMLButtonElement>('[data-testid="routing-save"]').disabled).toBe(true)
    await submit()
    expect(put).not.toHaveBeenCalled()
  })

  it('keeps what was typed when somebody else was faster, and does not overwrite that', async () => {
    const put = vi.spyOn(http, 'put').mockRejectedValue(new ProblemError({ status: 412, code: 'changed_meanwhile' }))
    const { find, press, submit } = await page()
    await press('[data-testid="routing-edit"]')
    vi.spyOn(http, 'get').mockResolvedValue({ ...vip, version: 4 } as never)
    await submit()
    await submit()
    expect(find('[data-testid="routing-dialog"]')).not.toBeNull()
    expect(put.mock.calls.map(([, , version]) => version)).toEqual([3, 3])
  })
})
