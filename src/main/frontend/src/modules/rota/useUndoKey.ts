import { onBeforeUnmount, onMounted } from 'vue'

export const UNDO_KEYS = /Mac/.test(navigator.userAgent) ? '⌘Z' : 'Ctrl+Z'

/** Ctrl+Z takes the last step back, unless somebody writes: then it is the text's. */
export function useUndoKey(undo: () => unknown, ready: () => boolean): void {
  function press(event: KeyboardEvent) {
    const wanted = event.key.toLowerCase() === 'z' && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey
    const writing = event.target instanceof HTMLElement && event.target.closest('input, textarea, [contenteditable="true"]')
    if (!wanted || writing || !ready()) return
    event.preventDefault()
    undo()
  }
  onMounted(() => addEventListener('keydown', press))
  onBeforeUnmount(() => removeEventListener('keydown', press))
}
