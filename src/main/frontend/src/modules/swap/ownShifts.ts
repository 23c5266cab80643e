import type { RotaPlan } from '@/shared/api'
import { addDays, weekStart } from '@/shared/i18n/time'
import type { SwapShift } from './swapTypes'

/** What can still be given away of a plan: worked, of a known type and not begun. */
export function comingShifts(plan: RotaPlan, now: number): SwapShift[] {
  const types = new Map(plan.shiftTypes.map((type) => [type.id, type]))
  return plan.assignments
    .flatMap(({ id, date, shiftTypeId, start, end, status }) => {
      const type = types.get(shiftTypeId ?? '')
      if (!type || status !== 'ACTIVE' || Date.parse(start) <= now) return []
      return [{ assignmentId: id, date, shiftType: { id: type.id, name: type.name, color: type.color }, start, end }]
    })
    .sort((a, b) => a.start.localeCompare(b.start))
}

export interface ShiftWeek {
  monday: string
  days: { date: string; shifts: SwapShift[] }[]
}

/** Weeks of seven days each, with the shifts that begin on them. */
export function weeksOf(monday: string, weeks: number, shifts: readonly SwapShift[]): ShiftWeek[] {
  return Array.from({ length: weeks }, (_, week) => {
    const first = addDays(weekStart(monday), 7 * week)
    const days = Array.from({ length: 7 }, (_, day) => {
      const date = addDays(first, day)
      return { date, shifts: shifts.filter((shift) => shift.date === date) }
    })
    return { monday: first, days }
  })
}
