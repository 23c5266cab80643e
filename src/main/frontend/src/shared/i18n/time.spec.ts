import { describe, expect, it } from 'vitest'
import { addDays, addMonths, clock, dateIn, dateOfCell, datesFrom, daysBetween, isWeekend, startOfDay, stopwatch, weekStart } from './time'

describe('times', () => {
  it('fall on the date of the tenant, not of the machine', () => {
    expect(dateIn('Asia/Shanghai', '2026-11-22T16:30:00Z')).toBe('2026-11-23')
    expect(dateIn('America/New_York', '2026-11-22T03:30:00Z')).toBe('2026-11-21')
  })

  it('are shown in the zone of the tenant on a 24 hour clock', () => {
    expect(clock('zh-CN', 'Asia/Shanghai', '2026-11-22T16:05:00Z')).toBe('00:05')
    expect(clock('en', 'Asia/Singapore', '2026-11-22T06:05:00Z')).toBe('14:05')
  })

  it('take the day that a calendar shows, wherever the machine is', () => {
    expect(dateOfCell(new Date(2026, 10, 3))).toBe('2026-11-03')
    expect(dateOfCell(new Date(2026, 10, 3, 23, 59))).toBe('2026-11-03')
  })

  it('count days over the ends of months and years', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
    expect(datesFrom('2028-02-28', 3)).toEqual(['2028-02-28', '2028-02-29', '2028-03-01'])
    expect(daysBetween('2026-11-16', '2026-11-22')).toBe(6)
    expect(addMonths('2026-12-15', 1)).toBe('2027-01-01')
  })

  it('begin the week on Monday', () => {
    expect(weekStart('2026-11-22')).toBe('2026-11-16')
    expect(weekStart('2026-11-16')).toBe('2026-11-16')
    expect(isWeekend('2026-11-21')).toBe(true)
    expect(isWeekend('2026-11-23')).toBe(false)
  })

  it('begin a day when it begins in the zone, on days of a change of the clocks as well', () => {
    expect(startOfDay('2026-11-26', 'Asia/Shanghai')).toBe('2026-11-25T16:00:00.000Z')
    expect(startOfDay('2026-11-26', 'Asia/Kathmandu')).toBe('2026-11-25T18:15:00.000Z')
    expect(['2026-03-29', '2026-03-30', '2026-10-25', '2026-10-26'].map((day) => startOfDay(day, 'Europe/Berlin'))).toEqual([
      '2026-03-28T23:00:00.000Z',
      '2026-03-29T22:00:00.000Z',
      '2026-10-24T22:00:00.000Z',
      '2026-10-25T23:00:00.000Z',
    ])
    // The clocks of Chile go on at midnight: the first hour of this day is left out.
    expect(startOfDay('2026-09-06', 'America/Santiago')).toBe('2026-09-06T04:00:00.000Z')
  })

  it('show a wait in minutes and seconds', () => {
    expect([0, 65, 3_729, -4].map(stopwatch)).toEqual(['0:00', '1:05', '1:02:09', '0:00'])
  })
})
