import { describe, expect, it } from 'vitest'
import type { SlotConflict } from '@/shared/api'
import { blockedCells, listed, warnedCells, withoutBlocked } from './conflicts'

const conflict = (agentId: string, date: string, severity: SlotConflict['severity'], code = 'x'): SlotConflict => ({
  agentId,
  date,
  code,
  message: code,
  severity,
})
const conflicts = [
  conflict('a', '2026-12-21', 'WARNS', 'hours'),
  conflict('b', '2026-12-21', 'BLOCKS', 'overlap'),
  conflict('b', '2026-12-21', 'BLOCKS', 'rest'),
  conflict('b', '2026-12-21', 'WARNS', 'hours'),
]

describe('conflicts', () => {
  it('count a cell once, and as blocked when anything blocks it', () => {
    expect([...blockedCells(conflicts)]).toEqual(['b 2026-12-21'])
    expect([...warnedCells(conflicts)]).toEqual(['a 2026-12-21'])
  })

  it('are listed with what blocks first, and by kind', () => {
    expect(listed(conflicts, 'ALL').map((it) => it.code)).toEqual(['overlap', 'rest', 'hours', 'hours'])
    expect(listed(conflicts, 'WARNS').map((it) => it.agentId)).toEqual(['a', 'b'])
  })

  it('leave over what nothing blocks', () => {
    const spots = ['a', 'b', 'c'].map((agentId) => ({ agentId, date: '2026-12-21' }))
    expect(withoutBlocked(spots, conflicts).map((spot) => spot.agentId)).toEqual(['a', 'c'])
  })
})
