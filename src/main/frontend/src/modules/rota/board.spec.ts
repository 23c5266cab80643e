import { describe, expect, it } from 'vitest'
import type { Assignment, RotaPlan } from '@/shared/api'
import { boardOf, headcount, hoursOf, planOf, workedIn } from './board'

const assignment = (agentId: string, date: string, from: number, to: number, status: Assignment['status'] = 'ACTIVE') => ({
  id: `${agentId}${date}${from}`,
  agentId,
  date,
  shiftTypeId: 'early',
  start: new Date(Date.parse(date) + from * 3_600_000).toISOString(),
  end: new Date(Date.parse(date) + to * 3_600_000).toISOString(),
  status,
})
const dates = ['2026-11-23', '2026-11-24']
const plan = {
  people: [
    { id: 'kf009', name: 'B', department: 'vip' },
    { id: 'kf002', name: 'A', department: 'ticketing' },
  ],
  shiftTypes: [{ id: 'early', name: 'Early' }],
  assignments: [
    assignment('kf002', dates[0]!, 6, 10),
    assignment('kf002', dates[0]!, 0, 4),
    assignment('kf002', dates[1]!, 0, 8, 'LEAVE'),
    assignment('kf009', dates[1]!, 14, 22),
  ],
} as unknown as RotaPlan

describe('the board', () => {
  const rows = boardOf(plan, dates)

  it('lists people by department and puts their shifts in order', () => {
    expect(rows.map((row) => row.person.id)).toEqual(['kf002', 'kf009'])
    expect(rows[0]!.days[0]!.map((shift) => shift.start.slice(11, 13))).toEqual(['00', '06'])
    expect(rows[0]!.days[0]![0]!.type?.name).toBe('Early')
  })

  it('does not count people on leave', () => {
    expect(headcount(rows, dates)).toEqual([1, 1])
  })

  it('adds up hours across midnight without leave', () => {
    expect(hoursOf(plan.assignments)).toBe(16)
  })

  it('finds the shifts in marked cells and leaves leave alone', () => {
    const marks = new Map([
      ['kf002', 0b11],
      ['kf009', 0b01],
    ])
    expect(workedIn(rows, marks).map((shift) => shift.id)).toEqual(['kf0022026-11-230', 'kf0022026-11-236'])
  })

  it('says a rectangle in short and anything else cell by cell', () => {
    const spot = (agentId: string, day: number) => ({ agentId, date: dates[day]! })
    expect(planOf([spot('a', 0), spot('a', 1), spot('b', 0), spot('b', 1)], 'early')).toEqual({
      agentIds: ['a', 'b'],
      dates,
      shiftTypeId: 'early',
    })
    expect(planOf([spot('a', 0), spot('b', 1)], 'early')).toEqual({
      slots: [
        { ...spot('a', 0), shiftTypeId: 'early' },
        { ...spot('b', 1), shiftTypeId: 'early' },
      ],
    })
  })
})
