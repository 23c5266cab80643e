import type { Virtualizer } from '@tanstack/vue-virtual'
import { nextTick, onMounted, ref, watch, type Ref } from 'vue'
import type { TimelineItem } from './timeline'

const NEAR_PX = 90

/**
 * Keeps the newest message in sight while somebody is at the bottom, and the place of reading when older ones come in
 * above it.
 */
export function useStickyBottom(
  scroller: Ref<HTMLElement | null>,
  virtualizer: Ref<Virtualizer<HTMLElement, Element>>,
  items: () => TimelineItem[],
  typing: () => string | null,
) {
  const atBottom = ref(true)

  function toBottom() {
    const element = scroller.value
    if (element) element.scrollTop = element.scrollHeight
    atBottom.value = true
  }

  /** Rows are measured after they are drawn, which moves the bottom a few times. */
  function settle(times = 4) {
    if (!atBottom.value || times === 0) return
    toBottom()
    requestAnimationFrame(() => settle(times - 1))
  }

  function onScroll() {
    const element = scroller.value
    if (element) atBottom.value = element.scrollHeight - element.scrollTop - element.clientHeight < NEAR_PX
  }

  const firstKey = () => items().find((item) => item.kind === 'message')?.key
  let first = firstKey()

  watch([() => items().length, typing], async () => {
    const element = scroller.value
    const before = element ? virtualizer.value.getTotalSize() - element.scrollTop : 0
    const grewAbove = first !== undefined && firstKey() !== first
    first = firstKey()
    await nextTick()
    if (atBottom.value) settle()
    else if (grewAbove && element) element.scrollTop = virtualizer.value.getTotalSize() - before
  })
  onMounted(() => settle(8))

  return { atBottom, onScroll, toBottom }
}
