import { onScopeDispose, type Ref } from 'vue'
import { areaAt, cellUnder, hitOf, type Hit } from './places'
import type { Reach } from './marks'
import type { BoardSelection } from './useSelection'

/** How fast the board follows a drag beyond its edge: this share of the distance with each frame. */
const PULL = 0.3

interface Surfaces {
  /** What scrolls. */
  grid: Ref<HTMLElement | null>
  /** What holds all rows, shown or not; its first columns are the names. */
  rows: Ref<HTMLElement | null>
}

/** Marks with a mouse or a pen by pressing and dragging, with a finger by tapping. */
export function useMarking(selection: BoardSelection, { grid, rows }: Surfaces) {
  let drag: { hit: Hit; x: number; y: number } | null = null
  let frame = 0
  let finger = false

  function mark(hit: Hit, reach: Reach) {
    selection.mark(areaAt(hit, selection.size.value), hit.cell, reach)
  }

  function press(event: PointerEvent) {
    finger = event.pointerType === 'touch'
    const hit = hitOf(event.target)
    if (!hit || finger || event.button !== 0) return
    mark(hit, event.shiftKey ? 'EXTEND' : event.ctrlKey || event.metaKey ? 'TOGGLE' : 'ONLY')
    drag = { hit, x: event.clientX, y: event.clientY }
    addEventListener('pointermove', follow)
    addEventListener('pointerup', stop)
    addEventListener('pointercancel', stop)
  }

  // A finger that drags scrolls; only one that comes to rest means a cell.
  function tap(event: MouseEvent) {
    const hit = finger ? hitOf(event.target) : null
    if (hit) mark(hit, 'TOGGLE')
  }

  function follow(event: PointerEvent) {
    if (!drag) return
    drag = { ...drag, x: event.clientX, y: event.clientY }
    frame ||= requestAnimationFrame(draw)
  }

  function draw() {
    frame = 0
    if (!drag || !grid.value || !rows.value) return
    const { hit, x, y } = drag
    const all = rows.value.getBoundingClientRect()
    const names = rows.value.querySelector<HTMLElement>('[data-part="row"]')?.offsetWidth ?? 0
    const box = { left: all.left + names, top: all.top, width: all.width - names, height: all.height }
    const cell = cellUnder(x, y, box, selection.size.value)
    if (cell.row !== hit.cell.row || cell.column !== hit.cell.column) {
      drag = { hit: { ...hit, cell }, x, y }
      mark(drag.hit, 'EXTEND')
    }
    if (pulled(grid.value, x, y)) frame = requestAnimationFrame(draw)
  }

  function stop() {
    drag = null
    cancelAnimationFrame(frame)
    frame = 0
    removeEventListener('pointermove', follow)
    removeEventListener('pointerup', stop)
    removeEventListener('pointercancel', stop)
  }

  onScopeDispose(stop)
  return { press, tap }
}

/** Scrolls towards a point beyond the edge; tells whether anything moved. */
function pulled(grid: HTMLElement, x: number, y: number): boolean {
  const { left, right, top, bottom } = grid.getBoundingClientRect()
  const beyond = (at: number, from: number, to: number) => (at < from ? at - from : at > to ? at - to : 0)
  const [before, sideways] = [grid.scrollTop, grid.scrollLeft]
  grid.scrollBy({ left: PULL * beyond(x, left, right), top: PULL * beyond(y, top, bottom), behavior: 'instant' })
  return grid.scrollTop !== before || grid.scrollLeft !== sideways
}
