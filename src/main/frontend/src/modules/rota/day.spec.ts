import { describe, expect, it } from 'vitest'
import type { Assignment, CoverageDay, RotaPlan } from '@/shared/api'
import { barOf, dayRows, daysOn, halfHoursOf, stepAmong, windowOf, worstOf, type DayRow } from './day'

const midnight = '2026-11-24T16:00:00Z'
const many = (value: number, count = 48) => Array<number>(count).fill(value)
const day = (people: number[], minimum: number[]): CoverageDay => ({ date: '2026-11-25', start: midnight, people, minimum })
const shift = (start: string, end: string, more: Partial<Assignment> = {}): Assignment => ({
  id: start,
  agentId: 'kf001',
  date: '2026-11-25',
  shiftTypeId: 'early',
  start,
  end,
  status: 'ACTIVE',
  breaks: [],
  ...more,
})
const planOf = (assignments: Assignment[]): RotaPlan => ({
  from: '2026-11-24',
  to: '2026-11-25',
  zone: 'Asia/Shanghai',
  people: [
    { id: 'kf002', name: '李', department: 'vip' },
    { id: 'kf001', name: '王', department: 'vip' },
  ],
  shiftTypes: [],
  assignments,
})
const window48 = windowOf([day(many(0), many(0))])!

describe('the day by half hours', () => {
  it('has as many half hours as the server counts, also when the clock is moved', () => {
    expect(window48).toEqual({ start: Date.parse(midnight), count: 48 })
    expect(windowOf([day(many(1, 46), many(1, 46))])?.count).toBe(46)
    expect(windowOf([])).toBeNull()
    expect(halfHoursOf([day(many(1, 50), many(1, 50))])).toHaveLength(50)
  })

  it('puts a shift where it is worked', () => {
    expect(barOf({ start: '2026-11-24T22:00:00Z', end: '2026-11-25T06:00:00Z' }, window48)).toEqual({ from: 12, length: 16 })
    expect(barOf({ start: '2026-11-24T22:15:00Z', end: '2026-11-24T22:30:00Z' }, window48)).toEqual({ from: 12.5, length: 0.5 })
    expect(barOf({ start: '2026-11-25T16:00:00Z', end: '2026-11-25T18:00:00Z' }, window48)).toBeNull()
  })

  it('shows the end of the night before and the beginning of the next, and says that they go on', () => {
    const rows = dayRows(
      planOf([
        shift('2026-11-24T14:00:00Z', '2026-11-24T22:00:00Z', { date: '2026-11-24' }),
        shift('2026-11-25T14:00:00Z', '2026-11-25T22:00:00Z'),
      ]),
      ['2026-11-24', '2026-11-25'],
      window48,
    )
    expect(rows.map((row) => row.person.id)).toEqual(['kf001', 'kf002'])
    expect(rows[0]!.blocks.map(({ from, length, cut }) => [from, length, cut.before, cut.after])).toEqual([
      [0, 12, true, false],
      [44, 4, false, true],
    ])
    expect(rows[1]!.blocks).toEqual([])
  })

  it('leaves out what ended before the day began', () => {
    const over = shift('2026-11-23T22:00:00Z', '2026-11-24T06:00:00Z', { date: '2026-11-24' })
    expect(dayRows(planOf([over]), ['2026-11-24', '2026-11-25'], window48)[0]!.blocks).toEqual([])
  })

  it('shows the breaks within the part that is shown', () => {
    const night = shift('2026-11-25T14:00:00Z', '2026-11-25T22:00:00Z', {
      breaks: [
        { start: '2026-11-25T15:30:00Z', end: '2026-11-25T16:30:00Z' },
        { start: '2026-11-25T18:00:00Z', end: '2026-11-25T19:00:00Z' },
      ],
    })
    const [row] = dayRows(planOf([night]), ['2026-11-25'], window48)
    expect(row!.blocks[0]!.breaks).toEqual([{ from: 47, length: 1 }])
  })
})

describe('coverage', () => {
  const short = day([...many(2, 20), ...many(3, 28)], many(3))
  const plenty = day(many(9), many(1))

  it('counts what is missing department by department', () => {
    const [first] = halfHoursOf([short, plenty])
    expect(first).toEqual({ start: Date.parse(midnight), people: 11, minimum: 4, gap: 1 })
    expect(halfHoursOf([plenty])[0]!.gap).toBe(0)
  })

  it('finds the worst gap, the first of several', () => {
    const twice = day([...many(3, 10), 1, 2, 1, ...many(3, 35)], many(3))
    expect(worstOf(halfHoursOf([twice]))).toMatchObject({ gap: 2, start: Date.parse(midnight) + 10 * 1_800_000 })
    expect(worstOf(halfHoursOf([plenty]))).toBeNull()
    expect(worstOf([])).toBeNull()
  })

  it('takes the days of a date from all departments', () => {
    const report = { zone: 'Asia/Shanghai', departments: [{ department: 'vip', days: [short] }, { department: 'x', days: [plenty] }] }
    expect(daysOn(report, '2026-11-25')).toEqual([short, plenty])
    expect(daysOn(report, '2026-11-26')).toEqual([])
    expect(daysOn(undefined, '2026-11-25')).toEqual([])
  })
})

describe('walking with keys', () => {
  const rows = [{ blocks: [1, 2] }, { blocks: [] }, { blocks: [1, 2, 3] }] as unknown as DayRow[]

  it('goes from person to person and from shift to shift, and stays within', () => {
    expect(stepAmong(rows, { row: 0, block: 1 }, 'ArrowDown')).toEqual({ row: 1, block: 0 })
    expect(stepAmong(rows, { row: 2, block: 1 }, 'ArrowRight')).toEqual({ row: 2, block: 2 })
    expect(stepAmong(rows, { row: 2, block: 2 }, 'ArrowRight')).toEqual({ row: 2, block: 2 })
    expect(stepAmong(rows, { row: 0, block: 0 }, 'ArrowUp')).toEqual({ row: 0, block: 0 })
    expect(stepAmong(rows, { row: 0, block: 0 }, 'End')).toEqual({ row: 2, block: 0 })
    expect(stepAmong(rows, { row: 2, block: 0 }, 'Home')).toEqual({ row: 0, block: 0 })
  })

  it('goes nowhere with other keys, or where there is nobody', () => {
    expect(stepAmong(rows, { row: 0, block: 0 }, 'x')).toBeNull()
    expect(stepAmong([], { row: 0, block: 0 }, 'ArrowDown')).toBeNull()
  })
})
