import type { Named } from '@/shared/api'
import type { SwapItem, SwapShift } from './swapTypes'

/** A chain as a picture: people as rows, their shift before on the left and after on the right, arrows for what moves. */
export interface Box {
  x: number
  y: number
  width: number
  height: number
  /** `null` where nobody knows yet. */
  shift: SwapShift | null
}
export interface PictureRow {
  step: number
  agent: Named
  y: number
  before: Box
  after: Box
}
export interface Arrow {
  /** The item whose shift moves, and the one who takes it. */
  from: number
  to: number
  color: string
  path: string
  head: string
}
export interface Picture {
  width: number
  height: number
  narrow: boolean
  /** Left edges of the two columns. */
  columns: [number, number]
  rows: PictureRow[]
  arrows: Arrow[]
}

const NARROW = 560
const HEAD = 30
const TIP = 9
const NAMES = 132

interface Measures {
  names: number
  box: number
  boxHeight: number
  /** Where a box begins in its row: below the name in a narrow picture. */
  drop: number
  row: number
}

function measuresOf(width: number): Measures {
  if (width < NARROW) return { names: 0, box: (width - Math.max(52, width * 0.17)) / 2, boxHeight: 60, drop: 36, row: 114 }
  const gap = Math.min(220, Math.max(110, width * 0.2))
  return { names: NAMES, box: (width - NAMES - gap) / 2, boxHeight: 48, drop: 0, row: 64 }
}

export function pictureOf(items: readonly SwapItem[], width: number): Picture {
  const sizes = measuresOf(width)
  const columns: [number, number] = [sizes.names, width - sizes.box]
  const boxAt = (x: number, index: number, shift: SwapShift | null): Box => ({
    x,
    y: HEAD + index * sizes.row + sizes.drop,
    width: sizes.box,
    height: sizes.boxHeight,
    shift,
  })
  const rows = items.map((item, index) => ({
    step: item.step,
    agent: item.agent,
    y: HEAD + index * sizes.row,
    before: boxAt(columns[0], index, item.gives),
    after: boxAt(columns[1], index, item.takes),
  }))
  const height = HEAD + Math.max(1, items.length) * sizes.row - (sizes.row - sizes.drop - sizes.boxHeight) + 2
  return { width, height, narrow: sizes.names === 0, columns, rows, arrows: arrowsOf(items, rows) }
}

function arrowsOf(items: readonly SwapItem[], rows: PictureRow[]): Arrow[] {
  const givenBy = new Map(items.map((item, index) => [item.gives.assignmentId, index]))
  return items.flatMap((item, to) => {
    const from = item.takes ? givenBy.get(item.takes.assignmentId) : undefined
    return from === undefined ? [] : [arrowOf(rows[from]!, rows[to]!, items[from]!.gives.shiftType.color)]
  })
}

function arrowOf(giver: PictureRow, taker: PictureRow, color: string): Arrow {
  const middle = (box: Box) => box.y + box.height / 2
  const [x1, y1] = [giver.before.x + giver.before.width, middle(giver.before)]
  const [x2, y2] = [taker.after.x, middle(taker.after)]
  const bend = (x2 - x1) * 0.45
  return {
    from: giver.step,
    to: taker.step,
    color,
    path: `M${x1} ${y1} C${x1 + bend} ${y1} ${x2 - TIP - bend} ${y2} ${x2 - TIP} ${y2}`,
    head: `M${x2} ${y2} l${-TIP} ${-TIP / 2} v${TIP} z`,
  }
}

/** As much of a text as fits, in ems; a Chinese character takes one of them, any other a good half. */
export function fitting(text: string, ems: number): string {
  const wide = (char: string) => (/[\u2e80-\u9fff\uff00-\uffef]/.test(char) ? 1 : 0.56)
  const chars = [...text]
  const total = chars.reduce((sum, char) => sum + wide(char), 0)
  if (total <= ems) return text
  let left = ems - 1
  const kept = chars.filter((char) => (left -= wide(char)) >= 0)
  return `${kept.join('').trimEnd()}…`
}
