import { computed, nextTick, onBeforeUnmount, onMounted, ref, watch, type Ref } from 'vue'
import type { TimelineItem } from './timeline'

const NEAR_PX = 90
const NEAR_TOP_PX = 400

/**
 * Keeps the newest message in sight while somebody is at the bottom, the place of reading when older ones come in above
 * it, and asks for those before their absence shows. What this person writes is always in sight.
 */
export function useStickyBottom(
  scroller: Ref<HTMLElement | null>,
  inner: Ref<HTMLElement | null>,
  items: () => TimelineItem[],
  onNearTop: () => void,
) {
  const atBottom = ref(true)
  let settled = ''

  const sizeOf = ({ scrollHeight, clientHeight }: HTMLElement) => `${scrollHeight}/${clientHeight}`
  function toBottom() {
    const element = scroller.value
    if (!element) return
    element.scrollTop = element.scrollHeight
    settled = sizeOf(element)
    atBottom.value = true
  }

  function onScroll() {
    const element = scroller.value
    if (!element) return
    const near = element.scrollHeight - element.scrollTop - element.clientHeight < NEAR_PX
    // Rows are measured after they are drawn, which scrolls by itself: nobody has left the bottom before all sizes are known.
    const grown = settled !== sizeOf(element)
    settled = sizeOf(element)
    if (near || !grown) atBottom.value = near
    if (!atBottom.value && element.scrollTop < NEAR_TOP_PX) onNearTop()
  }

  const firstKey = () => items().find((item) => item.kind === 'message')?.key
  const newestSeq = () => {
    const last = items().findLast((item) => item.kind === 'message')
    return last?.kind === 'message' ? last.message.seq : 0
  }
  const own = () => items().length - 1 - items().findLastIndex(({ kind }) => kind !== 'unsent' && kind !== 'upload')
  const seen = ref(newestSeq())
  let first = firstKey()
  let pending = own()
  watch(items, async () => {
    const element = scroller.value
    const below = element ? element.scrollHeight - element.scrollTop : 0
    const grewAbove = first !== undefined && firstKey() !== first
    const wrote = own() > pending
    first = firstKey()
    pending = own()
    await nextTick()
    if (wrote || atBottom.value) toBottom()
    else if (grewAbove && element) element.scrollTop = element.scrollHeight - below
  })
  const newest = computed(newestSeq)
  watch([atBottom, newest], () => atBottom.value && (seen.value = newest.value))

  const growth = new ResizeObserver(() => atBottom.value && toBottom())
  onMounted(() => {
    for (const element of [inner.value, scroller.value]) if (element) growth.observe(element)
    toBottom()
  })
  onBeforeUnmount(() => growth.disconnect())

  return { atBottom, onScroll, toBottom, news: computed(() => (atBottom.value ? 0 : newest.value - seen.value)) }
}
