import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/vue-query'
import { computed, watch, type Ref } from 'vue'
import { http, type Cover, type CoverPage } from '@/shared/api'
import { onFrame } from '@/modules/presence/useSocket'
import { useServerNow } from '@/modules/presence/useServerNow'
import { overdueOf, type CoverTab } from './covers'

const PAGE = 50
const MOST_COUNTED = 100
const STALE = ['covers', 'rota', 'live', 'audit']

function useRefresh() {
  const queries = useQueryClient()
  return () => STALE.forEach((key) => void queries.invalidateQueries({ queryKey: [key] }))
}

/** Shifts that somebody has to take over, page by page; asked for again when the offer of one runs out. */
export function useCovers(tab: Ref<CoverTab>) {
  const refresh = useRefresh()
  const now = useServerNow(1_000)
  const query = useInfiniteQuery({
    queryKey: ['covers', 'list', tab],
    queryFn: ({ pageParam }) =>
      http.get<CoverPage>('/covers', { state: tab.value === 'ALL' ? undefined : tab.value, limit: PAGE, cursor: pageParam }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  })
  const covers = computed(() => query.data.value?.pages.flatMap((page) => page.items) ?? [])
  const overdue = computed(() => overdueOf(covers.value, now.value))
  watch(overdue, (count, before) => count > before && refresh())
  onFrame('READY', refresh)
  return { query, covers, now }
}

/** Those that one leave needs. */
export function useCoversOf(leave: Ref<string>) {
  const query = useQuery({
    queryKey: ['covers', 'leave', leave],
    queryFn: () => http.get<CoverPage>('/covers', { leave: leave.value, limit: MOST_COUNTED }),
  })
  return { query, covers: computed(() => query.data.value?.items ?? []) }
}

/** How many wait for this person: offers to answer, or shifts to find somebody for. */
export function useWaitingCovers(manages: boolean) {
  const query = useQuery({
    queryKey: ['covers', 'waiting'],
    queryFn: () => http.get<CoverPage>('/covers', { state: manages ? 'OPEN' : 'OFFERED', limit: MOST_COUNTED }),
  })
  return computed(() => query.data.value?.items.length ?? 0)
}

/** What each step of finding a cover needs. */
interface Steps {
  offer: { agentId: string }
  answer: { accepted: boolean; comment?: string }
  opening: { reason: string }
}

interface StepOutcome<Sent> {
  onSuccess: (sent: Sent) => void
  onError: (error: unknown) => void
}

/** Asks somebody, answers, or leaves the shift open. */
export function useCoverStep<Step extends keyof Steps>(step: Step, outcome: StepOutcome<Steps[Step]>) {
  const refresh = useRefresh()
  return useMutation({
    mutationFn: ({ id, sent }: { id: string; sent: Steps[Step] }) => http.post<Cover>(`/covers/${id}/${step}`, sent),
    onSuccess: (_, { sent }) => outcome.onSuccess(sent),
    onError: outcome.onError,
    onSettled: refresh,
  })
}
