import type { Assignment, LivePerson } from '@/shared/api'
import type { FrameOf, Light } from '@/shared/socket'

/** Who needs a look comes first: on shift but not there, then the ones at work, then the rest. */
export const LIGHTS: Light[] = ['RED', 'GREEN', 'YELLOW', 'WHITE']

export function sortedByLight(people: readonly LivePerson[]): LivePerson[] {
  return [...people].sort(
    (a, b) => LIGHTS.indexOf(a.light) - LIGHTS.indexOf(b.light) || a.id.localeCompare(b.id),
  )
}

export function countOf(people: readonly LivePerson[]): Record<Light, number> {
  const counts: Record<Light, number> = { GREEN: 0, YELLOW: 0, RED: 0, WHITE: 0 }
  for (const person of people) counts[person.light]++
  return counts
}

/** The shift that runs now together with those that touch it, and else the next one; a leave is no shift. */
export function nextShift(assignments: readonly Pick<Assignment, 'start' | 'end' | 'status'>[], now: number) {
  const shifts = assignments
    .filter((shift) => shift.status !== 'LEAVE')
    .map((shift) => ({ ...shift, from: Date.parse(shift.start), to: Date.parse(shift.end) }))
    .sort((a, b) => a.from - b.from)
  const first = shifts.findIndex((shift) => shift.to > now)
  if (first < 0) return null
  let last = first
  while (shifts[last + 1] && shifts[last + 1]!.from <= shifts[last]!.to) last++
  return { start: shifts[first]!.start, end: shifts[last]!.end, running: shifts[first]!.from <= now }
}

/** The list with one person's new state; a frame about somebody who is not in the list changes nothing. */
export function withPresence(people: readonly LivePerson[], frame: FrameOf<'PRESENCE'>): LivePerson[] {
  const { agentId, state, onShift, light } = frame
  return people.map((person) => (person.id === agentId ? { ...person, state, onShift, light } : person))
}
