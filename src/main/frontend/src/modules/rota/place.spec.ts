import { describe, expect, it } from 'vitest'
import { placeIn } from './place'

const today = '2026-11-25'

describe('the place in the address', () => {
  it('is what the address says', () => {
    expect(placeIn({ view: 'day', date: '2026-12-01' }, today)).toEqual({ view: 'day', date: '2026-12-01', department: '' })
    expect(placeIn({ view: '2', department: 'vip' }, today)).toEqual({ view: '2', date: today, department: 'vip' })
  })

  it('is this week when the address says nothing or nonsense', () => {
    const nonsense = ['2026-02-30', '1999-01-01', '2026-1-1', '', ['2026-12-01', '2026-12-02'], null]
    expect(placeIn({}, today)).toEqual({ view: '1', date: today, department: '' })
    for (const date of nonsense) expect(placeIn({ view: 'year', date, department: date }, today)).toEqual({ view: '1', date: today, department: '' })
  })
})
