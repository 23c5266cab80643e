import { describe, expect, it } from 'vitest'
import { coverageRows, hoursOf, weekRows } from './effect'
import { partBars } from './points'
import { rangeAround } from './range'
import type { CoverageChange } from './swapTypes'
import { person } from './testing/scene'
import { nameOfView, viewFrom, viewsOf } from './views'

const week = (minutesBefore: number, minutesAfter: number) => ({ monday: '2026-11-30', minutesBefore, minutesAfter, contractMinutes: 2400 })

describe('what a chain changes', () => {
  it('is told of the weeks that change, with what is over the contract', () => {
    const rows = weekRows([
      { agent: person('kf001'), before: [], after: [], weeks: [week(2400, 2640), week(1200, 1200)] },
      { agent: person('kf002'), before: [], after: [], weeks: [week(2400, 2100)] },
    ])
    expect(rows.map(({ agent, over }) => [agent.id, over])).toEqual([['kf001', 240], ['kf002', 0]])
    expect(rows[0]!.share).toMatchObject({ after: 1 })
    expect(hoursOf(2250)).toBe(37.5)
  })

  it('is told of the floor, what falls below the minimum first', () => {
    const change = (from: string, before: number, after: number, minimum: number): CoverageChange => ({ department: 'vip', from, to: from, before, after, minimum })
    const rows = coverageRows([change('2026-12-01', 1, 2, 3), change('2026-12-02', 4, 3, 3), change('2026-12-03', 2, 1, 2)])
    expect(rows.map(({ tone }) => tone)).toEqual(['bad', 'more', 'less'])
  })
})

describe('the points of a suggestion', () => {
  it('are bars of the part that counts most; what is taken off counts by its size', () => {
    expect(partBars([{ name: 'rest', points: 10 }, { name: 'warnings', points: -20 }, { name: 'hours', points: 0 }])).toEqual([
      { name: 'warnings', points: -20, share: 1 },
      { name: 'rest', points: 10, share: 0.5 },
    ])
  })
})

describe('the days to look at', () => {
  it('lie around the shift, never in the past', () => {
    expect(rangeAround('2026-12-05', '2026-11-26')).toEqual({ from: '2026-11-28', to: '2026-12-12' })
    expect(rangeAround('2026-11-28', '2026-11-26')).toEqual({ from: '2026-11-26', to: '2026-12-05' })
  })
})

describe('the views of a person', () => {
  it('begin with what the role is for', () => {
    expect(viewsOf(['customer_service'])).toEqual(['mine', 'waiting'])
    expect(viewsOf(['manager'])).toEqual(['waiting', 'all'])
    expect(viewsOf(['auditor'])).toEqual(['all'])
    expect(viewsOf(['customer_service', 'manager'])).toEqual(['waiting', 'all', 'mine'])
  })

  it('are of the department for its manager', () => {
    expect([nameOfView('all', ['manager']), nameOfView('all', ['admin']), nameOfView('waiting', ['manager'])]).toEqual(['department', 'all', 'waiting'])
  })

  it('are asked for by the address, as far as they are theirs', () => {
    expect(viewFrom('waiting', ['customer_service'])).toBe('waiting')
    expect(viewFrom('all', ['customer_service'])).toBe('mine')
    expect(viewFrom(['x'], ['auditor'])).toBe('all')
  })
})
