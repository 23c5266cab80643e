import { describe, expect, it } from 'vitest'
import type { Assignment } from '@/shared/api'
import { weekLater } from './copy'

const shift = (agentId: string, date: string, changes: Partial<Assignment> = {}): Assignment => ({
  id: `${agentId}${date}${changes.start ?? ''}`,
  agentId,
  date,
  shiftTypeId: 'early',
  start: `${date}T00:00:00Z`,
  end: `${date}T08:00:00Z`,
  status: 'ACTIVE',
  ...changes,
})
const both = new Set(['a', 'b'])

describe('a week that is copied', () => {
  it('keeps people and types and moves by seven days', () => {
    expect(weekLater([shift('a', '2026-12-28'), shift('b', '2027-01-03', { shiftTypeId: 'night' })], both, '2026-12-28')).toEqual([
      { agentId: 'a', date: '2027-01-04', shiftTypeId: 'early' },
      { agentId: 'b', date: '2027-01-10', shiftTypeId: 'night' },
    ])
  })

  it('leaves out leave, other people and other weeks', () => {
    const plan = [
      shift('a', '2026-12-29', { status: 'LEAVE' }),
      shift('c', '2026-12-29'),
      shift('a', '2026-12-27'),
      shift('a', '2027-01-04'),
    ]
    expect(weekLater(plan, both, '2026-12-28')).toEqual([])
  })

  it('copies both shifts of a day, and one that a leave has cut only once', () => {
    const plan = [
      shift('a', '2026-12-28', { start: 'first' }),
      shift('a', '2026-12-28', { start: 'second' }),
      shift('a', '2026-12-28', { shiftTypeId: 'night' }),
    ]
    expect(weekLater(plan, both, '2026-12-28').map((slot) => slot.shiftTypeId)).toEqual(['early', 'night'])
  })
})
