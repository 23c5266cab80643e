import { describe, expect, it } from 'vitest'
import type { CalendarYear, DayKind } from '@/shared/api'
import { countKinds, daysOf, isWorked, KINDS, monthsOf, neighbour, noticeIn, plainKind, unknownYears } from './calendar'

const special = (date: string, kind: DayKind, name = '节') => ({ date, kind, name, zh: name, en: name })
const year = (number: number, changes: Partial<CalendarYear> = {}): CalendarYear => ({
  year: number,
  announced: true,
  version: 1,
  restDays: ['SATURDAY', 'SUNDAY'],
  days: [],
  ...changes,
})
const y2026 = year(2026, {
  days: [special('2026-10-01', 'STATUTORY_HOLIDAY', '国庆节'), special('2026-10-05', 'DAY_OFF'), special('2026-10-10', 'ADJUSTED_WORKDAY')],
})

describe('the calendar', () => {
  it('knows the week of the tenant', () => {
    expect(plainKind('2026-11-28', ['SATURDAY', 'SUNDAY'])).toBe('REST_DAY')
    expect(plainKind('2026-11-28', ['FRIDAY'])).toBe('WORKDAY')
    expect(plainKind('2026-11-27', ['FRIDAY'])).toBe('REST_DAY')
  })

  it('keeps holidays apart from days that were moved', () => {
    const days = daysOf([y2026], ['2026-10-01', '2026-10-05', '2026-10-10', '2026-10-11', '2026-10-12'])
    expect([...days.values()].map((day) => day.kind)).toEqual(['STATUTORY_HOLIDAY', 'DAY_OFF', 'ADJUSTED_WORKDAY', 'REST_DAY', 'WORKDAY'])
    expect(days.get('2026-10-01')).toEqual({ date: '2026-10-01', kind: 'STATUTORY_HOLIDAY', name: '国庆节', announced: true })
    expect(KINDS.filter(isWorked)).toEqual(['ADJUSTED_WORKDAY', 'WORKDAY'])
  })

  it('says which years nobody announced, and nothing of years it has not read', () => {
    const years = [y2026, year(2027, { announced: false })]
    const days = daysOf(years, ['2026-12-31', '2027-01-01', '2028-01-01'])
    expect(days.get('2027-01-01')).toMatchObject({ kind: 'WORKDAY', announced: false })
    expect(days.has('2028-01-01')).toBe(false)
    expect(unknownYears(years)).toEqual([2027])
  })

  it('shows a day of late December that the next notice speaks of', () => {
    const days = daysOf([year(2026, { announced: false, days: [special('2026-12-31', 'DAY_OFF')] })], ['2026-12-31'])
    expect(days.get('2026-12-31')).toMatchObject({ kind: 'DAY_OFF', announced: false })
  })

  it('draws twelve months of whole weeks', () => {
    const months = monthsOf(y2026)
    expect(months).toHaveLength(12)
    expect(months.every((month) => month.cells.length % 7 === 0)).toBe(true)
    expect(months.flatMap((month) => month.cells).filter(Boolean)).toHaveLength(365)
    expect(months[1]!.cells).toHaveLength(35)
    expect(months[1]!.cells.slice(0, 7).map((cell) => cell?.date ?? '')).toEqual(['', '', '', '', '', '', '2026-02-01'])
    expect(monthsOf(year(2028)).flatMap((month) => month.cells).filter(Boolean)).toHaveLength(366)
  })

  it('counts the days of each kind', () => {
    expect(countKinds(y2026)).toEqual({ STATUTORY_HOLIDAY: 1, DAY_OFF: 1, REST_DAY: 103, ADJUSTED_WORKDAY: 1, WORKDAY: 259 })
  })

  it('takes only notices for notices', () => {
    expect(noticeIn('{"year":2026,"days":[]}')).toEqual({ year: 2026, days: [] })
    for (const text of ['', '[]', 'null', '{"year":1}', '{"days":[]', '"x"']) expect(noticeIn(text)).toBeNull()
  })

  it('walks by day and week', () => {
    expect(['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'x'].map((key) => neighbour('2026-01-01', key))).toEqual([
      '2025-12-31',
      '2026-01-02',
      '2025-12-25',
      '2026-01-08',
      null,
    ])
  })
})
