import { describe, expect, it } from 'vitest'
import { daysOf, emptyDraft, fileMistake, mistakesOf, MOST_BYTES, requestOf, spanOf, withSpan, withStart } from './form'

const draft = { ...emptyDraft('2026-11-25'), reason: 'moving house' }

describe('a leave draft', () => {
  it('begins as a whole day', () => {
    expect(spanOf(draft)).toBe('DAY')
    expect(mistakesOf(draft)).toEqual({})
  })

  it('becomes a half day and back', () => {
    const half = withSpan(draft, 'AFTERNOON')
    expect([half.startPeriod, half.endPeriod, spanOf(half)]).toEqual(['AFTERNOON', 'AFTERNOON', 'AFTERNOON'])
    expect(spanOf(withSpan(half, 'DAY'))).toBe('DAY')
  })

  it('refuses an end before its start', () => {
    expect(mistakesOf({ ...draft, endDate: '2026-11-24' }).endDate).toBe('leave.mistake.order')
    expect(mistakesOf({ ...draft, startPeriod: 'AFTERNOON', endPeriod: 'MORNING' }).endDate).toBe('leave.mistake.order')
  })

  it('becomes several days, and keeps them', () => {
    const several = withSpan(draft, 'PERIOD')
    expect([several.endDate, several.endPeriod, spanOf(several)]).toEqual(['2026-11-26', 'AFTERNOON', 'PERIOD'])
    const longer = { ...several, startPeriod: 'AFTERNOON', endDate: '2026-12-04', endPeriod: 'MORNING' } as const
    expect(withSpan(longer, 'PERIOD')).toEqual(longer)
    expect(spanOf(withSpan(longer, 'DAY'))).toBe('DAY')
  })

  it('is measured in half days, over night too', () => {
    expect(daysOf(withSpan(draft, 'MORNING'))).toBe(0.5)
    const tuesdayToFriday = { ...draft, startDate: '2026-12-01', startPeriod: 'AFTERNOON', endDate: '2026-12-04', endPeriod: 'MORNING' } as const
    expect([daysOf(tuesdayToFriday), mistakesOf(tuesdayToFriday)]).toEqual([3, {}])
  })

  it('is at most 180 days long', () => {
    expect(mistakesOf({ ...draft, endDate: '2027-05-23' })).toEqual({})
    expect(mistakesOf({ ...draft, endDate: '2027-05-24', endPeriod: 'MORNING' }).endDate).toBe('leave.mistake.tooLong')
  })

  it('asks for dates and a reason', () => {
    expect(mistakesOf({ ...draft, startDate: '', reason: '  ' })).toEqual({
      startDate: 'leave.mistake.date',
      reason: 'leave.mistake.reason',
    })
    expect(mistakesOf({ ...draft, reason: 'x'.repeat(501) }).reason).toBe('leave.mistake.long')
  })

  it('takes its end along when its start moves', () => {
    expect(withStart(draft, '2026-12-01').endDate).toBe('2026-12-01')
    expect(withStart({ ...draft, endDate: '2026-11-27' }, '2026-11-26').endDate).toBe('2026-11-27')
    expect(withStart({ ...draft, endDate: '2026-11-27' }, '2026-11-28').endDate).toBe('2026-11-28')
  })

  it('is sent with the ids of its files and without stray blanks', () => {
    const file = { id: 'a1', name: 'note.pdf', type: 'application/pdf', size: 9 }
    expect(requestOf({ ...draft, reason: ' ill ', attachments: [file] })).toMatchObject({ reason: 'ill', attachments: ['a1'] })
  })

  it('takes only files of the kinds and sizes the server takes', () => {
    expect(fileMistake({ type: 'image/png', size: MOST_BYTES })).toBeNull()
    expect(fileMistake({ type: 'image/png', size: MOST_BYTES + 1 })).toBe('leave.mistake.fileSize')
    expect(fileMistake({ type: 'image/svg+xml', size: 1 })).toBe('leave.mistake.fileType')
  })
})
