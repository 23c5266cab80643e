import { computed } from 'vue'
import { CLOSED, monotonic } from '@/shared/socket'
import { useNow } from '@/shared/ui/useNow'
import { useOnline } from '@/shared/ui/useOnline'
import { connection } from './useSocket'

export type Trouble = 'kicked' | 'revoked' | 'stopped' | 'offline' | 'lost'

const PATIENCE_MS = 2_500

/**
 * What is wrong with the connection, or `null`: nothing as long as the server answers, whatever the browser thinks of the
 * network, and nothing yet while a reconnect is quick.
 */
export function useTrouble() {
  const now = useNow(1000)
  const online = useOnline()
  return computed<Trouble | null>(() => {
    const { state, since, closeCode } = connection.value
    if (state === 'ready') return null
    if (state === 'stopped') return closeCode === CLOSED.kicked ? 'kicked' : closeCode === CLOSED.revoked ? 'revoked' : 'stopped'
    if (!online.value) return 'offline'
    // `now` is what makes this be computed again.
    return state === 'waiting' || (now.value && monotonic() - since > PATIENCE_MS) ? 'lost' : null
  })
}
