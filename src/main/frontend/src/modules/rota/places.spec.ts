import { describe, expect, it } from 'vitest'
import { areaAt, cellUnder, hitOf, stepFrom } from './places'

const size = { rows: 10, columns: 7 }
const board = document.createElement('div')
board.innerHTML = `
  <div><b data-part="column" data-column="3"><i id="head"></i></b></div>
  <div data-row="4"><b data-part="row" id="name"></b><b data-part="cell" data-column="2"><i id="shift"></i></b></div>`
const hit = (id: string) => hitOf(board.querySelector(`#${id}`))

describe('a place on the board', () => {
  it('is found from whatever lies in it', () => {
    expect(hit('shift')).toEqual({ part: 'cell', cell: { row: 4, column: 2 } })
    expect(hit('name')).toEqual({ part: 'row', cell: { row: 4, column: 0 } })
    expect(hit('head')).toEqual({ part: 'column', cell: { row: 0, column: 3 } })
    expect(hitOf(board)).toBeNull()
  })

  it('stands for a cell, a row or a column', () => {
    expect(areaAt(hit('shift')!, size)).toEqual({ top: 4, bottom: 4, left: 2, right: 2 })
    expect(areaAt(hit('name')!, size)).toEqual({ top: 4, bottom: 4, left: 0, right: 6 })
    expect(areaAt(hit('head')!, size)).toEqual({ top: 0, bottom: 9, left: 3, right: 3 })
  })

  it('is the nearest one for a pointer beyond the edge', () => {
    const box = { left: 200, top: -100, width: 700, height: 580 }
    expect(cellUnder(350, 20, box, size)).toEqual({ row: 2, column: 1 })
    expect(cellUnder(0, 9_999, box, size)).toEqual({ row: 9, column: 0 })
    expect(cellUnder(9_999, -9_999, box, size)).toEqual({ row: 0, column: 6 })
  })

  it('is reached with keys and never left through an edge', () => {
    const from = { row: 9, column: 1 }
    expect(stepFrom(from, 'ArrowUp', size, 8)).toEqual({ row: 8, column: 1 })
    expect(stepFrom(from, 'ArrowDown', size, 8)).toEqual(from)
    expect(stepFrom(from, 'PageUp', size, 8)).toEqual({ row: 1, column: 1 })
    expect(stepFrom(from, 'End', size, 8)).toEqual({ row: 9, column: 6 })
    expect(stepFrom(from, 'Home', size, 8)).toEqual({ row: 9, column: 0 })
    expect(stepFrom(from, 'x', size, 8)).toBeNull()
  })
})
