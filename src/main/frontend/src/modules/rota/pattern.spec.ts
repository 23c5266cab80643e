import { describe, expect, it } from 'vitest'
import type { ShiftType } from '@/shared/api'
import { expandPattern, MOST_DAYS, patternMistake, sequenceOf, usualPattern, type Pattern } from './pattern'

const pattern: Pattern = {
  steps: [
    { shiftTypeId: 'early', days: 2 },
    { shiftTypeId: 'night', days: 1 },
    { shiftTypeId: null, days: 1 },
  ],
  start: '2026-12-30',
  days: 5,
  stagger: 0,
}
const turns = (it: Pattern, people: string[]) =>
  expandPattern(it, people).map(({ agentId, date, shiftTypeId }) => `${agentId} ${date.slice(5)} ${shiftTypeId}`)

describe('a rotating pattern', () => {
  it('repeats its sequence over the end of the year and leaves days off out', () => {
    expect(turns(pattern, ['a'])).toEqual(['a 12-30 early', 'a 12-31 early', 'a 01-01 night', 'a 01-03 early'])
  })

  it('is the same for everybody without a stagger', () => {
    const of = (who: string) => turns(pattern, ['a', 'b']).filter((turn) => turn.startsWith(who)).map((turn) => turn.slice(2))
    expect(of('a')).toEqual(of('b'))
  })

  it('starts each further person so many days later in the sequence', () => {
    expect(turns({ ...pattern, days: 1, stagger: 1 }, ['a', 'b', 'c', 'd', 'e'])).toEqual([
      'a 12-30 early',
      'b 12-30 early',
      'c 12-30 night',
      'e 12-30 early',
    ])
  })

  it('goes round when the stagger is longer than the sequence', () => {
    expect(turns({ ...pattern, days: 2, stagger: 6 }, ['a', 'b'])).toEqual(['a 12-30 early', 'a 12-31 early', 'b 12-30 night'])
  })

  it('begins as two of each shift type and two off', () => {
    const types = ['early', 'late', 'night', 'part'].map((id) => ({ id }) as ShiftType)
    const sequence = sequenceOf(usualPattern(types, '2026-12-01').steps)
    expect(sequence).toEqual(['early', 'early', 'late', 'late', 'night', 'night', null, null])
  })

  it('says why it cannot be planned', () => {
    expect(patternMistake(pattern, 10)).toBeNull()
    expect(patternMistake({ ...pattern, start: '' }, 10)).toBe('rota.mistake.start')
    expect(patternMistake({ ...pattern, days: MOST_DAYS + 1 }, 10)).toBe('rota.mistake.days')
    expect(patternMistake({ ...pattern, steps: [{ shiftTypeId: null, days: 2 }] }, 10)).toBe('rota.mistake.empty')
    expect(patternMistake({ ...pattern, steps: [{ shiftTypeId: 'early', days: 0 }] }, 10)).toBe('rota.mistake.step')
    expect(patternMistake({ ...pattern, days: 62 }, 2_000)).toBe('rota.mistake.many')
  })
})
