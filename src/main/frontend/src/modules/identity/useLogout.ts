import { http } from '@/shared/api'
import { useToast } from '@/shared/ui/useToast'
import { socket } from '@/modules/presence/useSocket'

/** Logs out here and at the identity provider. */
export function useLogout() {
  const toast = useToast()
  return async () => {
    try {
      const { location: target } = await http.post<{ location: string }>('/logout')
      socket().stop()
      window.location.assign(target)
    } catch (error) {
      toast.failed(error)
    }
  }
}
