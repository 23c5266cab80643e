import { onBeforeUnmount, onMounted, ref, type Ref } from 'vue'

/** The width of an element in pixels, as it changes; `first` until it is known. */
export function useWidth(element: Ref<HTMLElement | null>, first: number) {
  const width = ref(first)
  let observer: ResizeObserver | undefined
  onMounted(() => {
    if (!element.value || typeof ResizeObserver === 'undefined') return
    width.value = element.value.clientWidth || first
    observer = new ResizeObserver(([entry]) => (width.value = Math.round(entry!.contentRect.width) || first))
    observer.observe(element.value)
  })
  onBeforeUnmount(() => observer?.disconnect())
  return width
}
