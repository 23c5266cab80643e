import { onBeforeUnmount, onMounted, shallowRef } from 'vue'

/** Which shift's history is open, and beside what; a press anywhere else or Escape closes it. */
export function useStepsPopover() {
  const open = shallowRef<{ shiftId: string; anchor: HTMLElement } | null>(null)

  function show(anchor: Element | null | undefined): void {
    const block = anchor?.closest<HTMLElement>('[data-shift]')
    open.value = block ? { shiftId: block.dataset.shift!, anchor: block } : null
  }
  const close = () => void (open.value = null)
  const away = (event: PointerEvent) => {
    const inside = event.target instanceof Element && event.target.closest('[data-testid="steps"], [data-shift]')
    if (!inside) close()
  }
  const escape = (event: KeyboardEvent) => event.key === 'Escape' && close()
  onMounted(() => {
    addEventListener('pointerdown', away)
    addEventListener('keydown', escape)
  })
  onBeforeUnmount(() => {
    removeEventListener('pointerdown', away)
    removeEventListener('keydown', escape)
  })
  return { open, show, close }
}
