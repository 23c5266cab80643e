import type { Area, Cell } from './marks'

export interface Size {
  rows: number
  columns: number
}
/** What a press on the board means: one cell, the row of a person, the column of a date. */
export type Part = 'cell' | 'row' | 'column'
export interface Hit {
  part: Part
  cell: Cell
}

/** What of the board lies at the target of an event; `null` for anything else. */
export function hitOf(target: EventTarget | null): Hit | null {
  const part = target instanceof Element ? target.closest<HTMLElement>('[data-part]') : null
  if (!part) return null
  const row = part.closest<HTMLElement>('[data-row]')?.dataset.row
  const cell = { row: Number(row ?? 0), column: Number(part.dataset.column ?? 0) }
  return { part: part.dataset.part as Part, cell }
}

/** The cells that a press on a part marks. */
export function areaAt({ part, cell }: Hit, { rows, columns }: Size): Area {
  return {
    top: part === 'column' ? 0 : cell.row,
    bottom: part === 'column' ? rows - 1 : cell.row,
    left: part === 'row' ? 0 : cell.column,
    right: part === 'row' ? columns - 1 : cell.column,
  }
}

interface Box {
  left: number
  top: number
  width: number
  height: number
}

/** The cell under a point of the screen, the nearest one when the point lies outside of the cells. */
export function cellUnder(x: number, y: number, box: Box, { rows, columns }: Size): Cell {
  const index = (offset: number, length: number, count: number) =>
    Math.max(0, Math.min(count - 1, Math.floor((offset / (length || 1)) * count)))
  return { row: index(y - box.top, box.height, rows), column: index(x - box.left, box.width, columns) }
}

/** Where a key leads from a cell; `null` for keys that lead nowhere. */
export function stepFrom(cell: Cell, key: string, size: Size, page: number): Cell | null {
  const steps: Record<string, [number, number]> = {
    ArrowUp: [-1, 0],
    ArrowDown: [1, 0],
    ArrowLeft: [0, -1],
    ArrowRight: [0, 1],
    PageUp: [-page, 0],
    PageDown: [page, 0],
    Home: [0, -size.columns],
    End: [0, size.columns],
  }
  const step = steps[key]
  if (!step) return null
  const within = (value: number, count: number) => Math.max(0, Math.min(count - 1, value))
  return { row: within(cell.row + step[0], size.rows), column: within(cell.column + step[1], size.columns) }
}
