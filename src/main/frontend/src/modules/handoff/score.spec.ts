import { describe, expect, it } from 'vitest'
import { barsOf, explanationIn } from './score'

describe('score bars', () => {
  it('show each part of what it could have been, the heaviest first', () => {
    const bars = barsOf({ skill: 10, status: 40 })
    expect(bars.map((bar) => [bar.part, bar.max, bar.share])).toEqual([['status', 40, 1], ['skill', 20, 0.5]])
  })

  it('add up what several rules gave to one part, and name them', () => {
    const [bar] = barsOf([
      { part: 'status', rule: 'An agent who is away gets 20 points', points: 20 },
      { part: 'status', rule: 'A loyal agent gets 5 points', points: 5 },
    ])
    expect(bar).toMatchObject({ points: 25, max: 40, rules: ['An agent who is away gets 20 points', 'A loyal agent gets 5 points'] })
  })

  it('believe a rule that gives more than the default', () => {
    expect(barsOf({ status: 60 })[0]).toMatchObject({ max: 60, share: 1 })
  })

  it('accept unknown parts, deductions and nothing', () => {
    expect(barsOf({ weather: 3 })[0]).toMatchObject({ max: 3, share: 1 })
    expect(barsOf({ load: -4 })[0]!.share).toBe(0)
    expect(barsOf(null)).toEqual([])
  })
})

describe('the explanation in a step', () => {
  it('is read back part by part', () => {
    expect(explanationIn('kf003 SCORE 62.50 = load 22.50 + status 40.00')).toEqual({
      agent: 'kf003',
      strategy: 'SCORE',
      total: 62.5,
      parts: [{ part: 'load', points: 22.5 }, { part: 'status', points: 40 }],
    })
    expect(explanationIn('ticketing.manager LONGEST_IDLE -3.00 = idle -3.00')).toMatchObject({ agent: 'ticketing.manager', total: -3, parts: [{ part: 'idle', points: -3 }] })
  })

  it('is not seen in what people wrote', () => {
    for (const words of ['please go on', 'BY_HAND', 'kf003 SCORE 3 = whatever you like', 'a = b', '']) expect(explanationIn(words)).toBeNull()
  })
})
