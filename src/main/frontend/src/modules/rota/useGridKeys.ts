import { areaOf, type Cell } from './marks'
import { areaAt, stepFrom, type Part } from './places'
import type { BoardSelection } from './useSelection'

/** Walks and marks with the keys of a spreadsheet; `reveal` brings the cell in focus into view. */
export function useGridKeys(selection: BoardSelection, page: () => number, reveal: (cell: Cell) => unknown) {
  function space(event: KeyboardEvent) {
    const cell = selection.state.value.focus
    const part: Part = event.shiftKey ? 'row' : event.ctrlKey ? 'column' : 'cell'
    selection.mark(areaAt({ part, cell }, selection.size.value), cell, 'TOGGLE')
  }

  function all() {
    const { rows, columns } = selection.size.value
    const area = { top: 0, bottom: rows - 1, left: 0, right: columns - 1 }
    selection.mark(area, selection.state.value.focus, 'ONLY')
  }

  function walk(event: KeyboardEvent): boolean {
    const next = stepFrom(selection.state.value.focus, event.key, selection.size.value, page())
    if (!next || event.altKey) return false
    if (event.shiftKey) selection.mark(areaOf(next), next, 'EXTEND')
    else selection.walk(next)
    reveal(next)
    return true
  }

  return function press(event: KeyboardEvent) {
    const letter = event.key.toLowerCase()
    if (event.key === ' ') space(event)
    else if (letter === 'a' && (event.ctrlKey || event.metaKey)) all()
    else if (!walk(event)) return
    event.preventDefault()
  }
}
