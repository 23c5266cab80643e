import type { PlannedSlot, ShiftType } from '@/shared/api'
import { addDays } from '@/shared/i18n/time'

export const MOST_DAYS = 62
export const MOST_STEP_DAYS = 31
export const MOST_STEPS = 12
/** More slots the server does not take in one call. */
export const MOST_SLOTS = 100_000

/** Some days of one shift type, or off when there is none. */
export interface PatternStep {
  shiftTypeId: string | null
  days: number
}
export interface Pattern {
  steps: PatternStep[]
  start: string
  days: number
  /** How many days later in the sequence each further person starts. */
  stagger: number
}

/** Two days of each of the first three shift types, then two off. */
export function usualPattern(types: readonly ShiftType[], start: string): Pattern {
  const work = types.slice(0, 3).map((type) => ({ shiftTypeId: type.id, days: 2 }))
  return { steps: [...work, { shiftTypeId: null, days: 2 }], start, days: 28, stagger: 2 }
}

/** The shift type of each day of one turn. */
export function sequenceOf(steps: readonly PatternStep[]): (string | null)[] {
  return steps.flatMap(({ shiftTypeId, days }) => Array.from({ length: days }, () => shiftTypeId))
}

/** What a person, counted from 0, works on a day, counted from 0. */
export function turnOf(sequence: readonly (string | null)[], stagger: number, person: number, day: number): string | null {
  return sequence[(day + person * stagger) % sequence.length] ?? null
}

/** The slots of a pattern: person by person, day by day, days off left out. */
export function expandPattern(pattern: Pattern, people: readonly string[]): PlannedSlot[] {
  const sequence = sequenceOf(pattern.steps)
  const dates = Array.from({ length: pattern.days }, (_, day) => addDays(pattern.start, day))
  return people.flatMap((agentId, person) =>
    dates.flatMap((date, day) => {
      const shiftTypeId = turnOf(sequence, pattern.stagger, person, day)
      return shiftTypeId ? [{ agentId, date, shiftTypeId }] : []
    }),
  )
}

/** The key of why a pattern cannot be planned, or `null`. */
export function patternMistake({ steps, start, days, stagger }: Pattern, people: number): string | null {
  const whole = (value: number, least: number, most: number) => Number.isInteger(value) && value >= least && value <= most
  if (!start) return 'rota.mistake.start'
  if (!whole(days, 1, MOST_DAYS)) return 'rota.mistake.days'
  if (steps.some((step) => !whole(step.days, 1, MOST_STEP_DAYS)) || !whole(stagger, 0, MOST_DAYS)) return 'rota.mistake.step'
  if (!steps.some((step) => step.shiftTypeId)) return 'rota.mistake.empty'
  return days * people > MOST_SLOTS ? 'rota.mistake.many' : null
}
