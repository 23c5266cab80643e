import { onBeforeUnmount, onMounted } from 'vue'

type Action = () => unknown

/** The name of a key press: `Alt+y`, `Alt+ArrowUp`, `?`. The code is read for letters, since Alt changes what they type. */
export function nameOf(event: KeyboardEvent): string {
  const letter = /^(?:Key|Digit)(\w)$/.exec(event.code)?.[1]?.toLowerCase()
  return event.altKey ? `Alt+${letter ?? event.key}` : event.key
}

function isWriting(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
}

/** Listens to keys as long as the component lives; keys without Alt are left alone while somebody writes. */
export function useKeys(actions: Record<string, Action>): void {
  function press(event: KeyboardEvent) {
    if (event.isComposing || event.ctrlKey || event.metaKey) return
    const name = nameOf(event)
    const action = actions[name]
    if (!action || (!event.altKey && isWriting(event.target))) return
    event.preventDefault()
    action()
  }
  onMounted(() => window.addEventListener('keydown', press))
  onBeforeUnmount(() => window.removeEventListener('keydown', press))
}
