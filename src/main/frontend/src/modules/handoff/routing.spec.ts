import { describe, expect, it } from 'vitest'
import { byDay, crossesMidnight, mistakeIn, weekOf, WEEKDAYS, type Hours } from './routing'

const closed: Hours[][] = WEEKDAYS.map(() => [])
const week = (spans: Record<number, Hours[]>) => closed.map((none, day) => spans[day] ?? none)

describe('the hours of a week', () => {
  it('are the same by day and as a list', () => {
    const days = week({ 0: [{ opens: '09:00', closes: '12:00' }, { opens: '13:00', closes: '18:00' }], 6: [{ opens: '22:00', closes: '02:00' }] })
    expect(byDay(weekOf(days))).toEqual(days)
    expect(byDay([{ day: 'TUESDAY', opens: '09:00:00', closes: '18:00:00' }])[1]).toEqual([{ opens: '09:00', closes: '18:00' }])
  })

  it('end on the next day unless they end later than they begin', () => {
    expect(crossesMidnight({ opens: '22:00', closes: '02:00' })).toBe(true)
    expect(crossesMidnight({ opens: '00:00', closes: '00:00' })).toBe(true)
    expect(crossesMidnight({ opens: '09:00', closes: '18:00' })).toBe(false)
  })

  it('may be closed, touch, and go around the clock', () => {
    expect(mistakeIn(closed)).toBeUndefined()
    expect(mistakeIn(week({ 0: [{ opens: '12:00', closes: '13:00' }, { opens: '09:00', closes: '12:00' }] }))).toBeUndefined()
    expect(mistakeIn(WEEKDAYS.map(() => [{ opens: '00:00', closes: '00:00' }]))).toBeUndefined()
  })

  it('must say when they begin and end', () => {
    expect(mistakeIn(week({ 3: [{ opens: '09:00', closes: '' }] }))).toBe('handoff.routing.incomplete')
  })

  it('must not be at the same time, over midnight and the turn of the week too', () => {
    const overlap = 'handoff.routing.overlap'
    expect(mistakeIn(week({ 0: [{ opens: '09:00', closes: '12:00' }, { opens: '11:59', closes: '13:00' }] }))).toBe(overlap)
    expect(mistakeIn(week({ 1: [{ opens: '22:00', closes: '03:00' }], 2: [{ opens: '02:00', closes: '04:00' }] }))).toBe(overlap)
    expect(mistakeIn(week({ 6: [{ opens: '22:00', closes: '03:00' }], 0: [{ opens: '02:00', closes: '04:00' }] }))).toBe(overlap)
  })
})
