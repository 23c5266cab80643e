import type { Assignment, PlannedSlot } from '@/shared/api'
import { addDays } from '@/shared/i18n/time'

/** The shifts people work in the week of a Monday, a week later. A shift that a leave has cut is copied whole, and once. */
export function weekLater(assignments: readonly Assignment[], people: ReadonlySet<string>, monday: string): PlannedSlot[] {
  const slots = new Map<string, PlannedSlot>()
  const end = addDays(monday, 7)
  for (const { agentId, date, shiftTypeId, status } of assignments) {
    if (status !== 'ACTIVE' || !shiftTypeId || date < monday || date >= end || !people.has(agentId)) continue
    slots.set(`${agentId} ${date} ${shiftTypeId}`, { agentId, date: addDays(date, 7), shiftTypeId })
  }
  return [...slots.values()]
}
