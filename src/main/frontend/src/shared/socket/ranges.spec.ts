import { describe, expect, it } from 'vitest'
import { History } from './history'
import { Ranges } from './ranges'

describe('ranges', () => {
  it('merge when they touch, in whatever order numbers come', () => {
    const ranges = new Ranges()
    for (const seq of [5, 1, 3, 2, 9, 4]) ranges.add(seq)
    expect(ranges.all()).toEqual([{ from: 1, to: 5 }, { from: 9, to: 9 }])
    ranges.add(6, 8)
    expect(ranges.all()).toEqual([{ from: 1, to: 9 }])
  })

  it('name every gap, and the one to a newer head', () => {
    const ranges = new Ranges()
    ranges.add(1, 3)
    ranges.add(7, 8)
    expect(ranges.gaps(10)).toEqual([{ from: 4, to: 6 }, { from: 9, to: 10 }])
    expect(ranges.has(5)).toBe(false)
  })

  it('hold the same numbers as a plain set after any sequence of additions', () => {
    const ranges = new Ranges()
    const known = new Set<number>()
    let seed = 42
    const next = (most: number) => (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648) % most
    for (let i = 0; i < 500; i++) {
      const from = 1 + next(300)
      const to = from + next(4)
      ranges.add(from, to)
      for (let seq = from; seq <= to; seq++) known.add(seq)
    }
    for (let seq = 0; seq <= 310; seq++) expect(ranges.has(seq)).toBe(known.has(seq))
  })
})

describe('a history', () => {
  it('that begins at the tail does not ask for what is older', () => {
    const history = new History()
    expect(history.resumesAfter()).toBeNull()
    history.add([{ seq: 51 }, { seq: 52 }] as never)
    expect(history.gaps()).toEqual([])
    expect(history.resumesAfter()).toBe(52)
  })

  it('that begins at the start asks for all before its first message', () => {
    const history = new History(true)
    expect(history.resumesAfter()).toBe(0)
    history.add([{ seq: 4 }] as never)
    expect(history.gaps()).toEqual([{ from: 1, to: 3 }])
  })

  it('never believes in an older head', () => {
    const history = new History()
    history.head = 9
    history.head = 4
    expect(history.head).toBe(9)
  })
})
