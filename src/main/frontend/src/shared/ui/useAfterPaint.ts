import { onScopeDispose, shallowRef, watch, type Ref } from 'vue'

/**
 * The same value after the next picture: what stands beside the thing somebody waits for is drawn once that is in sight.
 * Holds on to what it has for as long as `waits` says so.
 */
export function useAfterPaint<T>(source: () => T, waits: () => boolean = () => false): Readonly<Ref<T>> {
  const shown = shallowRef(source()) as Ref<T>
  let frame = 0
  let task: ReturnType<typeof setTimeout> | undefined

  function follow() {
    frame = 0
    if (!waits()) shown.value = source()
  }
  // A task asked for in a frame runs when that frame is painted. However often it changes, it follows once a picture.
  watch([source, waits], () => (frame ||= requestAnimationFrame(() => (task = setTimeout(follow)))))
  onScopeDispose(() => {
    cancelAnimationFrame(frame)
    clearTimeout(task)
  })
  return shown
}
