import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import type { CoverageReport } from '@/shared/api'
import { changeLocale, i18n } from '@/shared/i18n'
import { showTimesIn } from '@/shared/i18n/zone'
import CoverageLine from './CoverageLine.vue'

const dates = ['2026-11-23', '2026-11-24']
const day = (date: string, people: number) => ({
  date,
  start: `${date}T00:00:00Z`,
  people: Array<number>(48).fill(people),
  minimum: Array<number>(48).fill(2),
})
const report: CoverageReport = { zone: 'UTC', departments: [{ department: 'vip', days: [day(dates[0]!, 2), day(dates[1]!, 1)] }] }

describe('the coverage of a week', () => {
  it('shows the worst gap of each day and leads to the day', async () => {
    changeLocale('en')
    showTimesIn('UTC')
    const line = mount(CoverageLine, { props: { dates, report }, global: { plugins: [i18n] } })
    const days = line.findAll('[data-testid="day-gap"]')
    expect(days.map((it) => it.attributes('data-gap'))).toEqual(['0', '1'])
    expect(days[0]!.attributes('aria-label')).toContain('Enough people')
    expect(days[1]!.text()).toBe('−1 00:00')
    await days[1]!.trigger('click')
    expect(line.emitted('show')).toEqual([[dates[1]]])
  })

  it('is silent until it knows', () => {
    const line = mount(CoverageLine, { props: { dates, report: undefined }, global: { plugins: [i18n] } })
    expect(line.findAll('[data-testid="day-gap"]').map((it) => it.text())).toEqual(['', ''])
  })
})
