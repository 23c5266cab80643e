import { http } from '@/shared/api'
import { useToast } from '@/shared/ui/useToast'
import { socket } from '@/modules/presence/useSocket'

/** Logs out here and at the identity provider. */
export function useLogout() {
  const toast = useToast()
  return async () => {
    // Before the session ends: a socket that is told of its end would ask for a new log-in and win over this way out.
    socket().stop()
    try {
      const { location: target } = await http.post<{ location: string }>('/logout')
      window.location.assign(target)
    } catch (error) {
      socket().start()
      toast.failed(error)
    }
  }
}
