/** A cell of the board by its place: people down, dates across. */
export interface Cell {
  row: number
  column: number
}
/** A rectangle of cells, all ends included. */
export interface Area {
  top: number
  bottom: number
  left: number
  right: number
}
/** The marked cells: one bit for each column, by person. A row is compared by one number, however many cells it has. */
export type Marks = ReadonlyMap<string, number>
/** A new area alone, one more area (or one less, when it was marked), or all between the last area and this one. */
export type Reach = 'ONLY' | 'TOGGLE' | 'EXTEND'

export interface Selection {
  marks: Marks
  /** What was marked before the area that is being drawn. */
  before: Marks
  anchor: Area
  focus: Cell
  erases: boolean
}

export const MOST_COLUMNS = 31
const NONE: Marks = new Map()

export const areaOf = ({ row, column }: Cell): Area => ({ top: row, bottom: row, left: column, right: column })

const hull = (a: Area, b: Area): Area => ({
  top: Math.min(a.top, b.top),
  bottom: Math.max(a.bottom, b.bottom),
  left: Math.min(a.left, b.left),
  right: Math.max(a.right, b.right),
})

function bitsOf({ left, right }: Area): number {
  let bits = 0
  for (let column = left; column <= right; column++) bits |= 1 << column
  return bits
}

export const hasColumn = (bits: number, column: number) => (bits & (1 << column)) !== 0

export function isMarked(marks: Marks, ids: readonly string[], { row, column }: Cell): boolean {
  return hasColumn(marks.get(ids[row] ?? '') ?? 0, column)
}

function isWholly(marks: Marks, ids: readonly string[], area: Area): boolean {
  const bits = bitsOf(area)
  return ids.slice(area.top, area.bottom + 1).every((id) => ((marks.get(id) ?? 0) & bits) === bits)
}

function painted(marks: Marks, ids: readonly string[], area: Area, erases: boolean): Marks {
  const bits = bitsOf(area)
  const next = new Map(marks)
  for (const id of ids.slice(area.top, area.bottom + 1)) {
    const row = next.get(id) ?? 0
    const after = erases ? row & ~bits : row | bits
    if (after) next.set(id, after)
    else next.delete(id)
  }
  return next
}

export function unmarked(focus: Cell = { row: 0, column: 0 }): Selection {
  return { marks: NONE, before: NONE, anchor: areaOf(focus), focus, erases: false }
}

export function marked(old: Selection, ids: readonly string[], area: Area, focus: Cell, reach: Reach): Selection {
  if (reach === 'EXTEND') {
    return { ...old, focus, marks: painted(old.before, ids, hull(old.anchor, area), old.erases) }
  }
  const before = reach === 'TOGGLE' ? old.marks : NONE
  const erases = reach === 'TOGGLE' && isWholly(before, ids, area)
  return { marks: painted(before, ids, area, erases), before, anchor: area, focus, erases }
}

/** Goes to a cell without marking it; an extension then begins there and keeps what is marked. */
export function walked(old: Selection, focus: Cell): Selection {
  return { marks: old.marks, before: old.marks, anchor: areaOf(focus), focus, erases: false }
}

/** Forgets people who are no longer shown. */
export function keptOf(old: Selection, ids: readonly string[], columns: number): Selection {
  const shown = new Set(ids)
  const focus = {
    row: Math.max(0, Math.min(old.focus.row, ids.length - 1)),
    column: Math.max(0, Math.min(old.focus.column, columns - 1)),
  }
  const moved = focus.row !== old.focus.row || focus.column !== old.focus.column
  if (!moved && [...old.marks.keys()].every((id) => shown.has(id))) return old
  return walked({ ...old, marks: new Map([...old.marks].filter(([id]) => shown.has(id))) }, focus)
}

export interface MarkCount {
  people: number
  days: number
  cells: number
}

export function countOf(marks: Marks): MarkCount {
  let [all, cells] = [0, 0]
  for (const bits of marks.values()) {
    all |= bits
    cells += bitCount(bits)
  }
  return { people: marks.size, days: bitCount(all), cells }
}

function bitCount(bits: number): number {
  let count = 0
  for (let rest = bits; rest; rest &= rest - 1) count++
  return count
}

export interface Spot {
  agentId: string
  date: string
}

/** The marked cells in the order of the board. */
export function spotsOf(marks: Marks, ids: readonly string[], dates: readonly string[]): Spot[] {
  return ids.flatMap((agentId) => {
    const bits = marks.get(agentId)
    return bits ? dates.filter((_, column) => hasColumn(bits, column)).map((date) => ({ agentId, date })) : []
  })
}
