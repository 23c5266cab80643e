import { onScopeDispose, ref, watch, type Ref } from 'vue'

/** Whether the bubble beside an opener is open: Escape closes it, and nothing else, and leads back to the opener. */
export function useBubble(opener: Readonly<Ref<HTMLElement | undefined>>) {
  const open = ref(false)
  function escape(event: KeyboardEvent) {
    if (event.key !== 'Escape' || event.isComposing) return
    event.stopPropagation()
    open.value = false
    opener.value?.focus()
  }
  const forget = () => window.removeEventListener('keydown', escape, true)
  watch(open, (shown) => (shown ? window.addEventListener('keydown', escape, true) : forget()))
  onScopeDispose(forget)
  return open
}
