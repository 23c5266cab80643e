import { describe, expect, it } from 'vitest'
import type { LeaveSegment } from '@/shared/api'
import { isTelling, namedDays, sumsOf, weeksOf } from './segments'

const day = (date: string, more: Partial<LeaveSegment> = {}): LeaveSegment => ({
  date,
  kind: 'WORKDAY',
  name: '',
  halves: ['MORNING', 'AFTERNOON'],
  counts: true,
  ...more,
})
const rest = (date: string) => day(date, { kind: 'REST_DAY', counts: false })
const festival = (date: string, name = '元旦') => day(date, { kind: 'STATUTORY_HOLIDAY', counts: false, name })

describe('the days of a leave', () => {
  it('stand in weeks that begin on Monday', () => {
    const weeks = weeksOf([day('2026-12-04'), rest('2026-12-05'), rest('2026-12-06'), day('2026-12-07')])
    expect(weeks.map((week) => week.map((it) => it?.date.slice(8) ?? '')))
      .toEqual([['', '', '', '', '04', '05', '06'], ['07', '', '', '', '', '', '']])
    expect(weeksOf([])).toEqual([])
  })

  it('stand in the right week over the end of a year', () => {
    const weeks = weeksOf([day('2026-12-31'), festival('2027-01-01'), rest('2027-01-02'), rest('2027-01-03'), day('2027-01-04')])
    expect(weeks).toHaveLength(2)
    expect([weeks[0]![3]?.date, weeks[1]![0]?.date]).toEqual(['2026-12-31', '2027-01-04'])
  })

  it('are summed by kind, halves as halves, what costs first', () => {
    const segments = [rest('2026-12-05'), rest('2026-12-06'), day('2026-12-07'), day('2026-12-08', { halves: ['MORNING'] })]
    expect(sumsOf(segments)).toEqual([
      { kind: 'WORKDAY', counts: true, days: 1.5 },
      { kind: 'REST_DAY', counts: false, days: 2 },
    ])
  })

  it('keep apart what counts and what does not, though of one kind', () => {
    const sums = sumsOf([day('2026-12-07'), day('2026-12-08', { counts: false })])
    expect(sums.map((sum) => [sum.counts, sum.days])).toEqual([[true, 1], [false, 1]])
  })

  it('in a row of one name are one entry, without those that are worked in exchange', () => {
    const off = day('2026-12-31', { kind: 'DAY_OFF', counts: false, name: '元旦' })
    const worked = day('2027-01-02', { kind: 'ADJUSTED_WORKDAY', name: '元旦' })
    expect(namedDays([day('2026-12-30'), off, festival('2027-01-01'), worked, festival('2027-01-04'), festival('2027-01-05', '春节')])).toEqual([
      { name: '元旦', from: '2026-12-31', to: '2027-01-01' },
      { name: '元旦', from: '2027-01-04', to: '2027-01-04' },
      { name: '春节', from: '2027-01-05', to: '2027-01-05' },
    ])
  })

  it('are worth showing when there are many, or one that is free', () => {
    expect(isTelling([day('2026-12-07')])).toBe(false)
    expect(isTelling([rest('2026-12-06')])).toBe(true)
    expect(isTelling([day('2026-12-07'), day('2026-12-08')])).toBe(true)
  })
})
