import { computed } from 'vue'
import { useNow } from '@/shared/ui/useNow'
import { socket } from './useSocket'

/** The server's time, ticking: what ends at a time that the server named must not end by a clock that is wrong. */
export function useServerNow(everyMs: number) {
  const tick = useNow(everyMs)
  return computed(() => (tick.value ? socket().now() : 0))
}
