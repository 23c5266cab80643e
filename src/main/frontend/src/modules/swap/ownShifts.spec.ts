import { describe, expect, it } from 'vitest'
import type { Assignment, RotaPlan } from '@/shared/api'
import { comingShifts, weeksOf } from './ownShifts'
import { SHIFTS } from './testing/scene'
import { emptyWish, inOrder, wishMistakes, wishRequest } from './wish'
import type { SwapWish } from './swapTypes'

const NOW = Date.parse('2026-11-26T04:00:00Z')
const assignment = (id: string, date: string, changes: Partial<Assignment> = {}): Assignment => ({
  id, agentId: 'kf001', date, shiftTypeId: 'early', start: `${date}T00:00:00Z`, end: `${date}T08:00:00Z`, status: 'ACTIVE', ...changes,
})
const plan = (assignments: Assignment[]) =>
  ({ assignments, shiftTypes: [{ id: 'early', code: 'E', name: '早班', color: '#2f8f6b', start: '08:00', end: '16:00' }] }) as unknown as RotaPlan

describe('own shifts', () => {
  it('can be given away when they are to come, worked and of a known type', () => {
    const shifts = comingShifts(plan([
      assignment('late', '2026-12-02'),
      assignment('begun', '2026-11-26'),
      assignment('leave', '2026-11-30', { status: 'LEAVE' }),
      assignment('odd', '2026-11-29', { shiftTypeId: null }),
      assignment('soon', '2026-11-27'),
    ]), NOW)
    expect(shifts.map(({ assignmentId }) => assignmentId)).toEqual(['soon', 'late'])
    expect(shifts[0]!.shiftType).toEqual({ id: 'early', name: '早班', color: '#2f8f6b' })
  })

  it('lie in weeks that begin on Mondays', () => {
    const weeks = weeksOf('2026-12-02', 2, Object.values(SHIFTS))
    expect(weeks.map(({ monday }) => monday)).toEqual(['2026-11-30', '2026-12-07'])
    expect(weeks[0]!.days.map(({ shifts }) => shifts.length)).toEqual([0, 0, 0, 1, 0, 1, 0])
  })
})

describe('a wish', () => {
  const shifts = [SHIFTS.a]
  const wish = { ...emptyWish('a', shifts, '2026-11-26'), comment: ' 有课 ' }

  it('begins with the days around the shift that is given', () => {
    expect(wish).toMatchObject({ gives: 'a', from: '2026-11-28', to: '2026-12-12', shiftTypeIds: [] })
    expect(emptyWish('unknown', shifts, '2026-11-26')).toMatchObject({ gives: '', from: '2026-11-26' })
  })

  it('needs a shift, days in order and not too many of them', () => {
    expect(wishMistakes(wish)).toEqual({})
    expect(wishMistakes({ ...wish, gives: '' })).toHaveProperty('gives')
    expect(wishMistakes({ ...wish, to: '2026-11-01' }).to).toBe('swap.mistake.order')
    expect(wishMistakes({ ...wish, to: '2027-11-01' }).to).toBe('swap.mistake.tooLong')
    expect(wishMistakes({ ...wish, comment: 'x'.repeat(501) })).toHaveProperty('comment')
  })

  it('is sent without spaces around the comment, or without comment', () => {
    expect(wishRequest(wish).comment).toBe('有课')
    expect(wishRequest({ ...wish, comment: ' ' }).comment).toBeUndefined()
  })

  it('is listed after the own ones, then by its shift', () => {
    const of = (id: string, agentId: string, gives: keyof typeof SHIFTS) => ({ id, agent: { id: agentId, name: agentId }, gives: SHIFTS[gives] }) as SwapWish
    expect(inOrder([of('1', 'kf002', 'b'), of('2', 'kf003', 'c'), of('3', 'kf001', 'd')], 'kf001').map(({ id }) => id)).toEqual(['3', '2', '1'])
  })
})
