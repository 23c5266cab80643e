import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query'
import { flushPromises, mount } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import { http, ProblemError, type CalendarYear, type NoticeReport } from '@/shared/api'
import { changeLocale, i18n } from '@/shared/i18n'
import CalendarPage from './CalendarPage.vue'

const thisYear = new Date().getFullYear()
const holiday = { date: `${thisYear}-10-01`, kind: 'STATUTORY_HOLIDAY' as const, name: '国庆节', zh: '国庆节', en: 'National Day' }
const yearOf = (year: number, changes: Partial<CalendarYear> = {}): CalendarYear => ({
  year,
  announced: year <= thisYear,
  version: 4,
  restDays: ['SATURDAY', 'SUNDAY'],
  days: year === thisYear ? [holiday] : [],
  ...changes,
})
const report: NoticeReport = {
  year: thisYear + 1,
  dryRun: true,
  statutory: 13,
  missing: [`${thisYear + 1}-09-25`],
  days: [
    { date: `${thisYear + 1}-01-01`, before: null, after: { kind: 'STATUTORY_HOLIDAY', name: '元旦' }, changed: true, doubt: null },
    { date: `${thisYear + 1}-05-20`, before: null, after: { kind: 'DAY_OFF', name: '公司日' }, changed: true, doubt: 'UNKNOWN_NAME' },
    { date: `${thisYear + 1}-05-21`, before: { kind: 'DAY_OFF', name: '旧' }, after: null, changed: true, doubt: null },
  ],
}

async function page() {
  changeLocale('zh-CN')
  vi.spyOn(http, 'get').mockImplementation(async (_, query) => yearOf(Number(query!.year)) as never)
  const shown = mount(CalendarPage, {
    global: { plugins: [i18n, [VueQueryPlugin, { queryClient: new QueryClient({ defaultOptions: { queries: { retry: false } } }) }]] },
    attachTo: document.body,
  })
  await flushPromises()
  const find = (selector: string) => document.querySelector<HTMLElement>(selector)!
  const press = (selector: string) => {
    find(selector).click()
    return flushPromises()
  }
  const pick = async (text: string) => {
    const file = new File([text], 'notice.json')
    file.text = () => Promise.resolve(text)
    const input = find('[data-testid="file"]') as HTMLInputElement
    Object.defineProperty(input, 'files', { value: [file], configurable: true })
    input.dispatchEvent(new Event('change'))
    await flushPromises()
  }
  return { shown, find, press, pick }
}

describe('the calendar page', () => {
  it('tells kinds of days by letter as well as by colour', async () => {
    const { find } = await page()
    const day = find(`[data-date="${holiday.date}"]`)
    expect(day.dataset.kind).toBe('STATUTORY_HOLIDAY')
    expect(day.textContent).toContain('节')
    expect(day.getAttribute('aria-label')).toContain('法定节假日 · 国庆节')
    expect(document.querySelectorAll('[data-testid="calendar-day"]').length).toBeGreaterThanOrEqual(365)
    expect(find('[data-testid="kind-legend"]').textContent).toContain('法定节假日 1')
  })

  it('says that a year is not announced yet', async () => {
    const { shown, find, press } = await page()
    expect(find('[data-testid="year-unknown"]')).toBeNull()
    await press('[aria-label="下一期"]')
    expect(find('[data-testid="year-unknown"]').textContent).toContain(`${thisYear + 1} 年的放假安排尚未公布`)
    expect(shown.text()).not.toContain('国庆节')
  })

  it('changes a day, saying which version was seen, and makes it plain again', async () => {
    const put = vi.spyOn(http, 'put').mockResolvedValue(yearOf(thisYear))
    const remove = vi.spyOn(http, 'delete').mockResolvedValue(yearOf(thisYear))
    const { find, press } = await page()
    await press(`[data-date="${thisYear}-06-15"]`)
    expect(document.querySelector('[data-testid="day-remove"]')).toBeNull()
    const off = find('input[value="DAY_OFF"]') as HTMLInputElement
    off.click()
    find('form#calendar-day').dispatchEvent(new Event('submit', { cancelable: true }))
    await flushPromises()
    expect(put).toHaveBeenCalledWith(`/calendar/${thisYear}-06-15`, { kind: 'DAY_OFF', zh: '', en: '' }, 4)
    await press(`[data-date="${holiday.date}"]`)
    await press('[data-testid="day-remove"]')
    expect(remove).toHaveBeenCalledWith(`/calendar/${holiday.date}`, 4)
  })

  it('shows what a notice would change before it does', async () => {
    const post = vi.spyOn(http, 'post').mockResolvedValue(report)
    const { find, press, pick } = await page()
    await press('[data-testid="notice-open"]')
    expect((find('[data-testid="notice-take"]') as HTMLButtonElement).disabled).toBe(true)
    await pick(`{"year":${thisYear + 1},"days":[]}`)
    expect(post.mock.calls[0]![2]).toEqual({ query: { dryRun: true } })
    expect(find('[data-testid="notice-sum"]').textContent).toContain('12 / 13')
    expect(document.querySelectorAll('[data-testid="notice-day"]')).toHaveLength(3)
    expect(find('[data-testid="notice-dialog"]').textContent).toContain('不是已知节日')
    expect(find('[data-testid="notice-dialog"]').textContent).toContain('恢复为普通日')
    await press('[data-testid="notice-take"]')
    expect(post.mock.calls[1]![2]).toEqual({ query: { dryRun: false } })
  })

  it('names the entries that are wrong, and asks nobody about what is no notice', async () => {
    const violations = [{ field: 'days[2].date', index: 2, message: '不是有效的日期。' }]
    const post = vi.spyOn(http, 'post').mockRejectedValue(new ProblemError({ status: 422, code: 'invalid', violations }))
    const { find, press, pick } = await page()
    await press('[data-testid="notice-open"]')
    await pick('{"year":2027}')
    expect(post).not.toHaveBeenCalled()
    expect(find('[data-testid="notice-dialog"] [role="alert"]').textContent).toContain('不是放假安排')
    await pick('{"year":2027,"days":[1]}')
    expect(find('[data-testid="mistake"]').textContent).toContain('第 3 项')
    expect((find('[data-testid="notice-take"]') as HTMLButtonElement).disabled).toBe(true)
  })
})
