import { describe, expect, it } from 'vitest'
import { areaOf, countOf, isMarked, keptOf, marked, spotsOf, unmarked, walked, type Reach, type Selection } from './marks'

const ids = ['kf001', 'kf002', 'kf003', 'kf004']
const dates = ['2026-12-21', '2026-12-22', '2026-12-23']
const at = (row: number, column: number) => ({ row, column })
const press = (old: Selection, row: number, column: number, reach: Reach = 'ONLY') =>
  marked(old, ids, areaOf(at(row, column)), at(row, column), reach)
const shown = ({ marks }: Selection) => ids.map((_, row) => dates.map((__, column) => (isMarked(marks, ids, at(row, column)) ? 'x' : '.')).join(''))

describe('marks on the board', () => {
  it('begin anew with a click', () => {
    expect(shown(press(press(unmarked(), 0, 0), 2, 1))).toEqual(['...', '...', '.x.', '...'])
  })

  it('span a rectangle from where the drag began, whichever way it goes', () => {
    const wide = press(press(unmarked(), 2, 2), 0, 1, 'EXTEND')
    expect(shown(wide)).toEqual(['.xx', '.xx', '.xx', '...'])
    expect(shown(press(wide, 3, 2, 'EXTEND'))).toEqual(['...', '...', '..x', '..x'])
  })

  it('gain and lose single cells with ctrl, and keep the rest', () => {
    const two = press(press(unmarked(), 0, 0), 2, 2, 'TOGGLE')
    expect(shown(two)).toEqual(['x..', '...', '..x', '...'])
    expect(shown(press(two, 0, 0, 'TOGGLE'))).toEqual(['...', '...', '..x', '...'])
  })

  it('are taken away by a drag that begins on a marked cell with ctrl', () => {
    const all = marked(unmarked(), ids, { top: 0, bottom: 3, left: 0, right: 2 }, at(0, 0), 'ONLY')
    expect(shown(press(press(all, 1, 1, 'TOGGLE'), 2, 2, 'EXTEND'))).toEqual(['xxx', 'x..', 'x..', 'xxx'])
  })

  it('cover a column or a row by its head', () => {
    const column = marked(unmarked(), ids, { top: 0, bottom: 3, left: 1, right: 1 }, at(0, 1), 'ONLY')
    expect(shown(column)).toEqual(['.x.', '.x.', '.x.', '.x.'])
    const row = { top: 2, bottom: 2, left: 0, right: 2 }
    const both = marked(column, ids, row, at(2, 0), 'TOGGLE')
    expect(shown(both)).toEqual(['.x.', '.x.', 'xxx', '.x.'])
    expect(shown(marked(both, ids, row, at(2, 0), 'TOGGLE'))).toEqual(['.x.', '.x.', '...', '.x.'])
  })

  it('stay while the focus walks, and grow from there', () => {
    const walking = walked(press(unmarked(), 0, 0), at(2, 1))
    expect(shown(walking)).toEqual(['x..', '...', '...', '...'])
    expect(shown(press(walking, 3, 1, 'EXTEND'))).toEqual(['x..', '...', '.x.', '.x.'])
  })

  it('are counted in people and days', () => {
    const some = press(press(press(unmarked(), 0, 0), 1, 0, 'TOGGLE'), 1, 2, 'TOGGLE')
    expect(countOf(some.marks)).toEqual({ people: 2, days: 2, cells: 3 })
    expect(countOf(unmarked().marks)).toEqual({ people: 0, days: 0, cells: 0 })
  })

  it('are read in the order of the board', () => {
    const some = press(press(unmarked(), 1, 2), 0, 1, 'TOGGLE')
    expect(spotsOf(some.marks, ids, dates)).toEqual([
      { agentId: 'kf001', date: dates[1] },
      { agentId: 'kf002', date: dates[2] },
    ])
  })

  it('forget who is no longer shown, and only that', () => {
    const some = press(press(unmarked(), 1, 0), 3, 2, 'TOGGLE')
    expect(keptOf(some, [...ids], 3)).toBe(some)
    const fewer = keptOf(some, ids.slice(0, 2), 3)
    expect([...fewer.marks.keys()]).toEqual(['kf002'])
    expect(fewer.focus).toEqual(at(1, 2))
  })

  it('cover a thousand people in no time', () => {
    const many = Array.from({ length: 1_000 }, (_, i) => `kf${i}`)
    const begun = performance.now()
    let drag = marked(unmarked(), many, areaOf(at(0, 0)), at(0, 0), 'ONLY')
    for (let row = 0; row < 1_000; row += 10) drag = marked(drag, many, areaOf(at(row, 13)), at(row, 13), 'EXTEND')
    expect(countOf(drag.marks)).toEqual({ people: 991, days: 14, cells: 991 * 14 })
    expect(performance.now() - begun).toBeLessThan(1_000)
  })
})
