import { useQuery } from '@tanstack/vue-query'
import { http, type Queue } from '@/shared/api'

const EVERY_MS = 5_000

/** Who waits for a person right now, in the departments this manager may see. */
export function useQueue() {
  return useQuery({
    queryKey: ['queue'],
    queryFn: () => http.get<Queue>('/handoffs/queue'),
    refetchInterval: EVERY_MS,
  })
}
