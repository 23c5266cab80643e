import { describe, expect, it } from 'vitest'
import { compareHalves, halfAfter, halfAt, halfBefore, laterHalf } from './halves'

const morning = { date: '2026-12-31', period: 'MORNING' } as const
const afternoon = { date: '2026-12-31', period: 'AFTERNOON' } as const
const newYear = { date: '2027-01-01', period: 'MORNING' } as const

describe('half days', () => {
  it('follow each other over noon and midnight', () => {
    expect([halfAfter(morning), halfAfter(afternoon)]).toEqual([afternoon, newYear])
    expect([halfBefore(newYear), halfBefore(afternoon)]).toEqual([afternoon, morning])
  })

  it('are compared by date, then by half', () => {
    expect(compareHalves(morning, afternoon)).toBeLessThan(0)
    expect(compareHalves(newYear, afternoon)).toBeGreaterThan(0)
    expect(compareHalves(morning, { ...morning })).toBe(0)
    expect(laterHalf(morning, afternoon)).toEqual(afternoon)
    expect(laterHalf(newYear, afternoon)).toEqual(newYear)
  })

  it('run by the clock of the tenant', () => {
    expect(halfAt('Asia/Shanghai', '2026-12-31T03:59:59Z')).toEqual(morning)
    expect(halfAt('Asia/Shanghai', '2026-12-31T04:00:00Z')).toEqual(afternoon)
    expect(halfAt('Asia/Shanghai', '2026-12-31T16:00:00Z')).toEqual(newYear)
  })
})
