import { describe, expect, it } from 'vitest'
import type { Balance, BalanceEntry } from '@/shared/api'
import { canReverse, causeOf, isCounted, employmentMistakes, overtimeMistakes, rounded, shareOf, signed, soonestOf, totalOf } from './balance'

const balance: Balance = {
  type: 'ANNUAL',
  entitled: 10,
  carried: 3,
  earned: 0,
  expired: 1,
  used: 3,
  reserved: 1.5,
  remaining: 7.5,
  remainingHours: 60,
  expiring: [
    { on: '2026-12-31', days: 2 },
    { on: '2027-12-31', days: 1 },
  ],
}
const entry = { kind: 'DEBIT', cause: 'L-20261125-000001', note: null, reversed: false } as BalanceEntry

describe('a balance', () => {
  it('adds up what there was to take', () => {
    expect(totalOf(balance)).toBe(12)
    expect(shareOf(balance.used, balance)).toBe(25)
    expect(soonestOf(balance)).toEqual({ on: '2026-12-31', days: 2 })
  })

  it('shows nothing of nothing', () => {
    const none = { ...balance, entitled: 0, carried: 0, expired: 0, expiring: [] }
    expect(shareOf(1, none)).toBe(0)
    expect(soonestOf(none)).toBeNull()
  })

  it('never shows more than everything', () => {
    expect(shareOf(99, balance)).toBe(100)
  })
})

describe('a type', () => {
  it('is counted when days of it run out', () => {
    expect(isCounted('ANNUAL') && isCounted('COMPENSATORY')).toBe(true)
    expect(isCounted('SICK') || isCounted('PERSONAL') || isCounted('OTHER')).toBe(false)
  })
})

describe('a line of the ledger', () => {
  it('shows its days with a sign and without decimals that say nothing', () => {
    expect(signed(1)).toBe('+1')
    expect(signed(-0.5)).toBe('−0.5')
    expect(signed(0.0667)).toBe('+0.07')
    expect(rounded(1.005)).toBeCloseTo(1, 1)
  })

  it('says why by words of people first, then by the number of the request', () => {
    expect(causeOf(entry)).toBe('L-20261125-000001')
    expect(causeOf({ ...entry, kind: 'EARN', cause: '2026-11-21 3 h 盘点', note: '盘点' })).toBe('盘点')
    expect(causeOf({ ...entry, kind: 'CARRY_IN', cause: '2026 → 2027 #1' })).toBe('2026 → 2027')
  })

  it('leaves to its kind what the kind says', () => {
    expect(causeOf({ ...entry, kind: 'GRANT', cause: 'yearly 10' })).toBeNull()
    expect(causeOf({ ...entry, kind: 'EXPIRE', cause: '0193-… #1' })).toBeNull()
  })

  it('is taken back once, and only when it booked hours', () => {
    expect(canReverse({ ...entry, kind: 'EARN' })).toBe(true)
    expect(canReverse({ ...entry, kind: 'EARN', reversed: true })).toBe(false)
    expect(canReverse(entry)).toBe(false)
  })
})

describe('since when somebody works', () => {
  it('lies in the past, here not before anywhere', () => {
    const today = '2026-11-24'
    expect(employmentMistakes({ worksSince: '2015-03-01', employedSince: today }, today)).toEqual({})
    expect(employmentMistakes({ worksSince: null, employedSince: null }, today)).toEqual({})
    expect(employmentMistakes({ worksSince: '2026-11-25', employedSince: '2026-11-26' }, today)).toEqual({
      worksSince: 'leave.employment.notYet',
      employedSince: 'leave.employment.notYet',
    })
    expect(employmentMistakes({ worksSince: '2015-03-01', employedSince: '2015-02-28' }, today)).toEqual({
      employedSince: 'leave.employment.order',
    })
  })
})

describe('overtime', () => {
  const draft = { day: '2026-11-24', hours: 2.5, reason: '盘点' }

  it('is complete with a day that has come, half hours and a reason', () => {
    expect(overtimeMistakes(draft, '2026-11-24')).toEqual({})
  })

  it('names what is wrong with each field', () => {
    expect(overtimeMistakes({ day: '', hours: 0, reason: ' ' }, '2026-11-24')).toEqual({
      day: 'leave.mistake.date',
      hours: 'leave.overtime.hoursRange',
      reason: 'leave.overtime.why',
    })
    expect(overtimeMistakes({ ...draft, day: '2026-11-25' }, '2026-11-24').day).toBe('leave.overtime.notYet')
    for (const hours of [-1, 0.3, 24.5, Number.NaN]) {
      expect(overtimeMistakes({ ...draft, hours }, '2026-11-24').hours).toBe('leave.overtime.hoursRange')
    }
    expect(overtimeMistakes({ ...draft, reason: 'x'.repeat(201) }, '2026-11-24').reason).toBe('leave.overtime.whyLong')
  })
})
