import { onBeforeUnmount, ref } from 'vue'

/** The time in milliseconds, ticking as long as the component lives. */
export function useNow(everyMs: number) {
  const now = ref(Date.now())
  const timer = setInterval(() => (now.value = Date.now()), everyMs)
  onBeforeUnmount(() => clearInterval(timer))
  return now
}
