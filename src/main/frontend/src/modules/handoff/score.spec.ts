import { describe, expect, it } from 'vitest'
import { barsOf } from './score'

describe('score bars', () => {
  it('show each part of what it could have been, the heaviest first', () => {
    const bars = barsOf([{ code: 'skill', points: 10 }, { code: 'status', points: 40 }])
    expect(bars.map((bar) => [bar.code, bar.max, bar.share])).toEqual([['status', 40, 1], ['skill', 20, 0.5]])
  })

  it('believe a maximum that the rule tells', () => {
    expect(barsOf([{ code: 'status', points: 30, max: 60 }])[0]!.share).toBe(0.5)
  })

  it('accept a plain map, unknown parts and nothing', () => {
    expect(barsOf({ weather: 3 })).toEqual([{ code: 'weather', points: 3, max: 3, share: 1, text: undefined }])
    expect(barsOf(null)).toEqual([])
  })
})
