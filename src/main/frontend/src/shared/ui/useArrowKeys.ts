import { stepTo } from './walk'

const PARTS = '[data-walk]'

/** Moves the focus among the parts marked with `data-walk` of the element that listens; Enter is the part's own. */
export function useArrowKeys() {
  return (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || event.isComposing) return
    const target = event.target as HTMLElement
    if (target.closest('input, textarea, select')) return
    const parts = [...(event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>(PARTS)]
    const at = parts.indexOf(target.closest<HTMLElement>(PARTS)!)
    const next = stepTo(event.key, at, parts.map((part) => part.getBoundingClientRect()))
    if (next < 0) return
    event.preventDefault()
    parts[next]!.focus()
  }
}
