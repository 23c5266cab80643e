import { onBeforeUnmount, onMounted, ref } from 'vue'

/**
 * Keeps the screen awake as long as the component lives, where the browser can. A hidden page loses the lock, so that it is
 * asked for again whenever the page is seen.
 */
export function useWakeLock() {
  const awake = ref(false)
  let lock: WakeLockSentinel | null = null
  let over = false

  async function ask() {
    if (document.hidden || over || !navigator.wakeLock || awake.value) return
    try {
      const given = await navigator.wakeLock.request('screen')
      given.addEventListener('release', () => (awake.value = false))
      if (over) return void given.release()
      lock = given
      awake.value = true
    } catch {
      awake.value = false
    }
  }

  onMounted(() => {
    document.addEventListener('visibilitychange', ask)
    void ask()
  })
  onBeforeUnmount(() => {
    over = true
    document.removeEventListener('visibilitychange', ask)
    void lock?.release()
  })
  return awake
}
