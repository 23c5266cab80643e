import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/vue-query'
import { computed, onScopeDispose, type Ref } from 'vue'
import { onFrame } from '@/modules/presence/useSocket'
import { asProblem, http } from '@/shared/api'
import type { Swap, SwapCheck, SwapPage, SwapState } from './swapTypes'

export type SwapView = 'mine' | 'waiting' | 'all'
export interface SwapFilter {
  view: SwapView
  state: SwapState | ''
  department: string
}

const PAGE = 30
const MOST_COUNTED = 100
const STALE = ['swaps', 'rota', 'live', 'audit']
/** So many desks are told of a change at once that each waits up to this long before it asks again. */
const SPREAD_MS = 1000

/** Everything that a step of a swap may have changed is asked for again. */
export function useRefresh() {
  const queries = useQueryClient()
  return () => STALE.forEach((key) => void queries.invalidateQueries({ queryKey: [key] }))
}

/** Calls once for many changes of the rota, and after the connection was lost; a notice of a swap refreshes by itself. */
export function onRotaChange(listener: () => void) {
  let timer: ReturnType<typeof setTimeout> | undefined
  onFrame('ROTA', () => {
    timer ??= setTimeout(() => {
      timer = undefined
      listener()
    }, Math.random() * SPREAD_MS)
  })
  onFrame('READY', listener)
  onScopeDispose(() => clearTimeout(timer))
}

/** Keeps what is shown of swaps true when others plan. */
export function useFollowing() {
  const queries = useQueryClient()
  onRotaChange(() => void queries.invalidateQueries({ queryKey: ['swaps'] }))
}

export function useSwaps(filter: Ref<SwapFilter>) {
  const query = useInfiniteQuery({
    queryKey: ['swaps', 'list', filter],
    queryFn: ({ pageParam, signal }) => {
      const { view, state, department } = filter.value
      const which = { mine: view === 'mine' || undefined, waiting: view === 'waiting' || undefined }
      return http.get<SwapPage>('/swaps', { ...which, state, department, limit: PAGE, cursor: pageParam }, signal)
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next ?? null,
  })
  return { query, swaps: computed(() => query.data.value?.pages.flatMap((page) => page.items) ?? []) }
}

/** How many wait for this person's answer or decision. */
export function useWaitingSwaps() {
  const query = useQuery({
    queryKey: ['swaps', 'waiting'],
    queryFn: () => http.get<SwapPage>('/swaps', { waiting: true, limit: MOST_COUNTED }),
  })
  return computed(() => query.data.value?.items.length ?? 0)
}

export function useSwap(id: Ref<string>) {
  return useQuery({ queryKey: ['swaps', 'one', id], queryFn: () => http.get<Swap>(`/swaps/${id.value}`) })
}

/** What the rules say about an open swap now, and what it would come to. */
export function useSwapEffect(id: Ref<string>, open: Ref<boolean>) {
  return useQuery({ queryKey: ['swaps', 'effect', id], queryFn: () => http.get<SwapCheck>(`/swaps/${id.value}/check`), enabled: open })
}

/** Settled swaps with the same people or shift types; only whoever decides may ask. */
export function useSimilarSwaps(id: Ref<string>) {
  const query = useQuery({ queryKey: ['swaps', 'similar', id], queryFn: () => http.get<SwapPage>(`/swaps/${id.value}/similar`) })
  return { query, swaps: computed(() => query.data.value?.items ?? []) }
}

/** What each step of a swap needs. */
interface Steps {
  confirmation: { agreed: boolean; comment?: string }
  decision: { approved: boolean; comment?: string; department?: string }
  withdrawal: { comment?: string }
}
interface StepOutcome<Sent> {
  onSuccess: (sent: Sent) => void
  onError: (error: unknown) => void
}

/** Whether somebody else was faster: what is shown is not true any more. */
export const isStale = (error: unknown) => [409, 412].includes(asProblem(error).status)

/** Answers, decides or takes back. Whatever comes of it, what is shown is asked for again. */
export function useSwapStep<Step extends keyof Steps>(step: Step, outcome: StepOutcome<Steps[Step]>) {
  const refresh = useRefresh()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ id, sent }: { id: string; sent: Steps[Step] }) => http.post<Swap>(`/swaps/${id}/${step}`, sent),
    onSuccess: (swap, { id, sent }) => {
      if (swap?.id === id) queries.setQueryData(['swaps', 'one', id], swap)
      outcome.onSuccess(sent)
    },
    onError: outcome.onError,
    onSettled: refresh,
  })
}
