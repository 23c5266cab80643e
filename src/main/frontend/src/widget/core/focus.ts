/** What stands in the field that the event is about. */
export const valueOf = (event: Event): string => (event.target as HTMLInputElement).value

const FOCUSABLE = 'a[href], button:not([disabled]), input, textarea, select, [tabindex="0"]'

/** Keeps Tab inside the box; Escape is the way out. */
export function trapped(event: KeyboardEvent, box: HTMLElement): void {
  if (event.key !== 'Tab') return
  const all = [...box.querySelectorAll<HTMLElement>(FOCUSABLE)].filter((element) => element.getClientRects().length > 0)
  const edge = event.shiftKey ? all[0] : all.at(-1)
  const active = (box.getRootNode() as Document | ShadowRoot).activeElement
  if (active !== edge && box.contains(active)) return
  event.preventDefault()
  ;(event.shiftKey ? all.at(-1) : all[0])?.focus()
}
