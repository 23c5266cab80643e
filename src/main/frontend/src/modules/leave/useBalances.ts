import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/vue-query'
import { computed, ref, type Ref } from 'vue'
import { useMe } from '@/modules/identity/useMe'
import { http, type Balance, type BalanceEntry, type CountedType, type Employment, type Entitlement, type Items, type Overtime, type Person } from '@/shared/api'
import { leads } from './rights'

const PAGE = 30

/** The balances of somebody, or the own when nobody is named; of this year, or of one beside it. */
export function useBalances(agent: Ref<string | null>, year: Ref<number | null> = ref(null)) {
  const query = useQuery({
    queryKey: ['balances', agent, year],
    queryFn: () => http.get<Items<Balance>>('/leaves/balances', { agent: agent.value, year: year.value }),
    retry: false,
  })
  return { query, balances: computed(() => query.data.value?.items ?? []) }
}

/** Every booking of an account, newest first, a page at a time. */
export function useEntries(agent: Ref<string>, type: Ref<CountedType>) {
  const query = useInfiniteQuery({
    queryKey: ['balances', agent, 'entries', type],
    queryFn: ({ pageParam }) =>
      http.get<Items<BalanceEntry>>(`/balances/${agent.value}/entries`, { type: type.value, cursor: pageParam, limit: PAGE }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next ?? null,
  })
  return { query, entries: computed(() => query.data.value?.pages.flatMap((page) => page.items) ?? []) }
}

/** Whom the person leads, as the list of people shows them. */
export function usePeople() {
  const { me } = useMe()
  const query = useQuery({
    queryKey: ['users', 'led'],
    queryFn: () => http.get<Items<Omit<Person, 'department'>>>('/users'),
  })
  return { query, people: computed(() => (query.data.value?.items ?? []).filter((person) => leads(me, person))) }
}

/** Since when somebody works, and what that brings this year. */
export function useEmployment(agent: Ref<string>) {
  return useQuery({
    queryKey: ['balances', agent, 'employment'],
    queryFn: () => http.get<Entitlement>(`/balances/${agent.value}/employment`),
  })
}

interface Outcome {
  onSuccess: () => void
  onError: (error: unknown) => void
}

function useRefresh() {
  const queries = useQueryClient()
  return () => void queries.invalidateQueries({ queryKey: ['balances'] })
}

export function useBooking(outcome: Outcome) {
  return useMutation({
    mutationFn: ({ agent, overtime }: { agent: string; overtime: Overtime }) =>
      http.create<BalanceEntry>(`/balances/${agent}/earnings`, { ...overtime, reason: overtime.reason.trim() }),
    ...outcome,
    onSettled: useRefresh(),
  })
}

export function useEmploying(outcome: { onSuccess: (known: Entitlement) => void; onError: (error: unknown) => void }) {
  return useMutation({
    mutationFn: ({ agent, employment }: { agent: string; employment: Employment }) =>
      http.put<Entitlement>(`/balances/${agent}/employment`, employment),
    ...outcome,
    onSettled: useRefresh(),
  })
}

export function useReversal(outcome: Outcome) {
  return useMutation({
    mutationFn: ({ agent, entry, reason }: { agent: string; entry: string; reason: string }) =>
      http.post<BalanceEntry>(`/balances/${agent}/earnings/${entry}/reversal`, { reason }),
    ...outcome,
    onSettled: useRefresh(),
  })
}
