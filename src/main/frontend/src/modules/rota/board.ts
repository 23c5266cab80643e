import type { Assignment, BatchPlan, Person, RotaPlan, ShiftType } from '@/shared/api'
import { hasColumn, type Marks, type Spot } from './marks'

export interface Shift extends Assignment {
  type: ShiftType | undefined
}
export interface BoardRow {
  person: Person
  days: Shift[][]
}

/** The assignments of each person and date, earliest first. */
export function shiftsByDay(plan: RotaPlan): Map<string, Shift[]> {
  const types = new Map(plan.shiftTypes.map((type) => [type.id, type]))
  const byDay = new Map<string, Shift[]>()
  for (const assignment of [...plan.assignments].sort((a, b) => a.start.localeCompare(b.start))) {
    const key = `${assignment.agentId} ${assignment.date}`
    const shift = { ...assignment, type: types.get(assignment.shiftTypeId ?? '') }
    byDay.set(key, [...(byDay.get(key) ?? []), shift])
  }
  return byDay
}

/** People down, dates across; by department, then by id. */
export function boardOf(plan: RotaPlan, dates: readonly string[]): BoardRow[] {
  const byDay = shiftsByDay(plan)
  return [...plan.people]
    .sort((a, b) => (a.department ?? '').localeCompare(b.department ?? '') || a.id.localeCompare(b.id))
    .map((person) => ({ person, days: dates.map((date) => byDay.get(`${person.id} ${date}`) ?? []) }))
}

/** How many people work on each date; who is on leave does not. */
export function headcount(rows: readonly BoardRow[], dates: readonly string[]): number[] {
  return dates.map((_, day) => rows.filter((row) => row.days[day]?.some((shift) => shift.status === 'ACTIVE')).length)
}

export function hoursOf(shifts: readonly Assignment[]): number {
  const ms = shifts
    .filter((shift) => shift.status === 'ACTIVE')
    .reduce((sum, shift) => sum + Date.parse(shift.end) - Date.parse(shift.start), 0)
  return Math.round(ms / 360_000) / 10
}

/** The shifts in marked cells that somebody works; leave is not the board's to take away. */
export function workedIn(rows: readonly BoardRow[], marks: Marks): Shift[] {
  return rows.flatMap(({ person, days }) => {
    const bits = marks.get(person.id)
    return bits ? days.flatMap((shifts, day) => (hasColumn(bits, day) ? shifts.filter((it) => it.status === 'ACTIVE') : [])) : []
  })
}

/** The shortest way to say that all these spots get one shift type. */
export function planOf(spots: readonly Spot[], shiftTypeId: string): BatchPlan {
  const agentIds = [...new Set(spots.map((spot) => spot.agentId))]
  const dates = [...new Set(spots.map((spot) => spot.date))].sort()
  if (agentIds.length * dates.length === spots.length) return { agentIds, dates, shiftTypeId }
  return { slots: spots.map((spot) => ({ ...spot, shiftTypeId })) }
}
