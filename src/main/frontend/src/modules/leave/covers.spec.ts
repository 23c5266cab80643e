import { describe, expect, it } from 'vitest'
import type { Cover } from '@/shared/api'
import { byStart, canAnswer, leftOf, overdueOf, partBars, ranked } from './covers'

const until = '2026-12-01T04:00:00Z'
const now = Date.parse('2026-12-01T03:58:00Z')
const cover = { state: 'OFFERED', offeredTo: { id: 'kf002', name: '李思远' }, offerUntil: until } as Cover

describe('an offer to take over', () => {
  it('is answered by the one who was asked, in time', () => {
    expect(canAnswer(cover, 'kf002', now)).toBe(true)
    expect(canAnswer(cover, 'kf003', now)).toBe(false)
    expect(canAnswer(cover, 'kf002', Date.parse(until))).toBe(false)
    expect(canAnswer({ ...cover, state: 'COVERED' }, 'kf002', now)).toBe(false)
  })

  it('without an end stays open', () => {
    expect(canAnswer({ ...cover, offerUntil: null }, 'kf002', now)).toBe(true)
  })

  it('runs out and not below nothing', () => {
    expect([leftOf(cover, now), leftOf(cover, Date.parse(until) + 5)]).toEqual([120_000, 0])
    expect(leftOf({ ...cover, state: 'OPEN' }, now)).toBeNull()
    expect(overdueOf([cover, { ...cover, state: 'OPEN' }], Date.parse(until))).toBe(1)
    expect(overdueOf([cover], now)).toBe(0)
  })
})

describe('the covers of a leave', () => {
  it('come in the order of their days', () => {
    const on = (id: string, start: string) => ({ ...cover, id, start }) as Cover
    const told = [on('thursday', '2026-12-03T22:00:00Z'), on('wednesday', '2026-12-02T22:00:00Z')]
    expect(byStart(told).map(({ id }) => id)).toEqual(['wednesday', 'thursday'])
    expect(told[0]!.id).toBe('thursday')
  })
})

describe('candidates', () => {
  const candidate = (id: string, points: number) => ({ id, name: id, points, parts: [], warnings: [] })

  it('are ranked by points, equals as the server has them', () => {
    const list = [candidate('a', 40), candidate('b', 71.5), candidate('c', 40)]
    expect(ranked(list).map((it) => it.id)).toEqual(['b', 'a', 'c'])
    expect(list[0]!.id).toBe('a')
  })

  it('have one bar per part, heaviest first', () => {
    const bars = partBars([{ part: 'skill', points: 5 }, { part: 'hours', points: 10 }, { part: 'luck', points: 3 }])
    expect(bars.map((bar) => [bar.part, bar.max, bar.share])).toEqual([['hours', 40, 0.25], ['skill', 10, 0.5], ['luck', 3, 1]])
  })

  it('have no bar below nothing, and none beyond its end', () => {
    expect(partBars([{ part: 'rest', points: -4 }, { part: 'hours', points: 44 }]).map((bar) => bar.share)).toEqual([1, 0])
  })
})
