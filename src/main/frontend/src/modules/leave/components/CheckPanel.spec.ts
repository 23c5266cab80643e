import { describe, expect, it } from 'vitest'
import type { LeaveCheck } from '@/shared/api'
import { show } from '../testing/scene'
import CheckPanel from './CheckPanel.vue'

const check: LeaveCheck = {
  allowed: true,
  findings: [],
  shifts: [],
  days: 4,
  cost: 2.5,
  segments: [],
  announced: true,
  balance: { type: 'ANNUAL', remaining: 5.5, unit: 'days' },
  shares: [{ year: 2026, cost: 2.5, remaining: 5.5 }],
}
const panel = (changes: Partial<LeaveCheck> = {}) =>
  show(CheckPanel, { check: { ...check, ...changes }, checking: false, findings: [], failure: null })

describe('what the rules say', () => {
  it('is what counts, and what is left of the balance afterwards', async () => {
    const { part, shown } = await panel()
    expect(part('leave-cost').text()).toBe('2.5 天')
    expect(part('leave-after').text()).toBe('3 天')
    expect(part('leave-after').classes()).not.toContain('bad')
    expect(shown.text()).toContain('4 天')
  })

  it('marks a balance that would not do', async () => {
    const { part } = await panel({ cost: 6 })
    expect(part('leave-after').text()).toBe('-0.5 天')
    expect(part('leave-after').classes()).toContain('bad')
  })

  it('names what is left of each year when the leave lies over New Year', async () => {
    const shares = [{ year: 2026, cost: 2, remaining: 3 }, { year: 2027, cost: 1.5, remaining: 1 }]
    const { part, shown } = await panel({ cost: 3.5, shares })
    const years = shown.findAll('[data-testid="leave-year"]')
    expect(shown.text()).toContain('2027 年余额')
    expect(years.map((year) => year.text())).toEqual(['使用 2 天，剩余 1 天', '使用 1.5 天，剩余 -0.5 天'])
    expect(years.map((year) => year.classes('bad'))).toEqual([false, true])
    expect(part('leave-after').exists()).toBe(false)
  })

  it('names no balance where there is none, and the calendar only when it differs', async () => {
    const { part, shown } = await panel({ balance: null, days: 2.5 })
    expect(part('leave-after').exists()).toBe(false)
    expect(shown.text()).not.toContain('日历天数')
  })
})
