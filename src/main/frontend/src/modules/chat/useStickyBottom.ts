import { nextTick, onBeforeUnmount, onMounted, ref, watch, type Ref } from 'vue'
import type { TimelineItem } from './timeline'

const NEAR_PX = 90
const SETTLING_MS = 250

/**
 * Keeps the newest message in sight while somebody is at the bottom, and the place of reading when older ones come in
 * above it.
 */
export function useStickyBottom(
  scroller: Ref<HTMLElement | null>,
  inner: Ref<HTMLElement | null>,
  items: () => TimelineItem[],
) {
  const atBottom = ref(true)
  let movedAt = 0
  let later: ReturnType<typeof setTimeout> | undefined

  function toBottom() {
    const element = scroller.value
    if (!element) return
    movedAt = performance.now()
    element.scrollTop = element.scrollHeight
    atBottom.value = true
  }

  function onScroll() {
    const element = scroller.value
    if (!element) return
    const near = element.scrollHeight - element.scrollTop - element.clientHeight < NEAR_PX
    // Rows are measured after they are drawn, which scrolls by itself for a moment.
    const settling = performance.now() - movedAt < SETTLING_MS
    clearTimeout(later)
    if (near || !settling) atBottom.value = near
    else later = setTimeout(onScroll, SETTLING_MS)
  }

  const firstKey = () => items().find((item) => item.kind === 'message')?.key
  let first = firstKey()
  watch(items, async () => {
    const element = scroller.value
    const below = element ? element.scrollHeight - element.scrollTop : 0
    const grewAbove = first !== undefined && firstKey() !== first
    first = firstKey()
    await nextTick()
    if (grewAbove && element && !atBottom.value) element.scrollTop = element.scrollHeight - below
  })

  const growth = new ResizeObserver(() => atBottom.value && toBottom())
  onMounted(() => {
    for (const element of [inner.value, scroller.value]) if (element) growth.observe(element)
    toBottom()
  })
  onBeforeUnmount(() => (growth.disconnect(), clearTimeout(later)))

  return { atBottom, onScroll, toBottom }
}
