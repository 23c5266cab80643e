import { shallowRef } from 'vue'
import type { Cell } from './marks'
import { hitOf } from './places'

const FORMAT = 'application/x-baton-shift-type'

export function carry(event: DragEvent, shiftTypeId: string): void {
  if (!event.dataTransfer) return
  event.dataTransfer.setData(FORMAT, shiftTypeId)
  event.dataTransfer.effectAllowed = 'copy'
}

/** Takes shift types that are dropped on cells. */
export function useShiftDrop(taken: (shiftTypeId: string, cell: Cell) => unknown) {
  const over = shallowRef<Cell | null>(null)

  function hover(event: DragEvent) {
    if (!event.dataTransfer?.types.includes(FORMAT)) return
    const hit = hitOf(event.target)
    const cell = hit?.part === 'cell' ? hit.cell : null
    if (cell?.row !== over.value?.row || cell?.column !== over.value?.column) over.value = cell
    if (!cell) return
    event.preventDefault()
    event.dataTransfer.dropEffect = 'copy'
  }

  function leave(event: DragEvent) {
    const grid = event.currentTarget as Node
    if (!(event.relatedTarget instanceof Node) || !grid.contains(event.relatedTarget)) over.value = null
  }

  function drop(event: DragEvent) {
    const shiftTypeId = event.dataTransfer?.getData(FORMAT)
    const hit = hitOf(event.target)
    over.value = null
    if (!shiftTypeId || hit?.part !== 'cell') return
    event.preventDefault()
    taken(shiftTypeId, hit.cell)
  }

  return { over, hover, leave, drop }
}
