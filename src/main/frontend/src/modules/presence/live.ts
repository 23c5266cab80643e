import type { LivePerson } from '@/shared/api'
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

/** The list with one person's new state; a frame about somebody who is not in the list changes nothing. */
export function withPresence(people: readonly LivePerson[], frame: FrameOf<'PRESENCE'>): LivePerson[] {
  const { agentId, state, onShift, light } = frame
  return people.map((person) => (person.id === agentId ? { ...person, state, onShift, light } : person))
}
