import { enableAutoUnmount } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
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
}
const panel = (changes: Partial<LeaveCheck> = {}) =>
  show(CheckPanel, { check: { ...check, ...changes }, checking: false, findings: [], failure: null })

enableAutoUnmount(afterEach)

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

  it('names no balance where there is none, and the calendar only when it differs', async () => {
    const { part, shown } = await panel({ balance: null, days: 2.5 })
    expect(part('leave-after').exists()).toBe(false)
    expect(shown.text()).not.toContain('日历天数')
  })
})
