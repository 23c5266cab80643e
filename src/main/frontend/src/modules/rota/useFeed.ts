import { useQuery, useQueryClient } from '@tanstack/vue-query'
import { computed, ref } from 'vue'
import { http, type FeedState } from '@/shared/api'

/** The own feed; its address is known only from when it is made until the page is left. */
export function useFeed(onFailure: (error: unknown) => unknown) {
  const queries = useQueryClient()
  const query = useQuery({ queryKey: ['feed'], queryFn: () => http.get<FeedState>('/rota/feed') })
  const address = ref('')
  const busy = ref(false)

  async function guarded(work: () => Promise<void>) {
    if (busy.value) return
    busy.value = true
    try {
      await work()
    } catch (error) {
      onFailure(error)
    } finally {
      busy.value = false
      void queries.invalidateQueries({ queryKey: ['feed'] })
    }
  }

  return {
    query,
    state: computed(() => query.data.value),
    address,
    busy,
    create: () => guarded(async () => void (address.value = (await http.post<{ address: string }>('/rota/feed')).address)),
    revoke: () =>
      guarded(async () => {
        await http.delete('/rota/feed')
        address.value = ''
      }),
  }
}
