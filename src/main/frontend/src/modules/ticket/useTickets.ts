import { useMutation, useQuery, useQueryClient } from '@tanstack/vue-query'
import { computed, type Ref } from 'vue'
import { http, type Items, type Ticket } from '@/shared/api'

const EVERY_MS = 30_000

export function useTickets(state: Ref<Ticket['state']>) {
  const query = useQuery({
    queryKey: ['tickets', state],
    queryFn: () => http.get<Items<Ticket>>('/tickets', { state: state.value }),
    refetchInterval: EVERY_MS,
  })
  return { query, tickets: computed(() => query.data.value?.items ?? []) }
}

export function useResolution(onDone: () => void, onError: (error: unknown) => void) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ id, note }: { id: string; note: string }) => http.post(`/tickets/${id}/resolution`, { note }),
    onSuccess: onDone,
    onError,
    onSettled: () => queries.invalidateQueries({ queryKey: ['tickets'] }),
  })
}
