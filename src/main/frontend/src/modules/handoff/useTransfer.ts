import { keepPreviousData, useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/vue-query'
import { computed, type Ref } from 'vue'
import { http, type Handoff, type TransferTargets, type TransferWish } from '@/shared/api'

const PAGE = 30
const EVERY_MS = 5_000
const STALE = ['handoff', 'handoff-steps', 'conversations', 'conversation', 'transfer-targets', 'seats']

/** Who could take a conversation over, the free ones first; asked again while somebody looks. */
export function useTransferTargets(conversation: Ref<string>, query: Ref<string>) {
  const found = useInfiniteQuery({
    queryKey: ['transfer-targets', conversation, query],
    queryFn: ({ pageParam, signal }) =>
      http.get<TransferTargets>(
        `/conversations/${conversation.value}/transfer-targets`,
        { query: query.value.trim(), limit: PAGE, cursor: pageParam },
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
    refetchInterval: EVERY_MS,
  })
  return {
    found,
    agents: computed(() => found.data.value?.pages.flatMap((page) => page.items) ?? []),
    departments: computed(() => found.data.value?.pages[0]?.departments ?? []),
  }
}

/** Passes a conversation on, or takes that back. */
export function useTransfer(conversation: Ref<string>, outcome: { onSuccess: () => void; onError: (error: unknown) => void }) {
  const queries = useQueryClient()
  const onSettled = () => STALE.forEach((key) => void queries.invalidateQueries({ queryKey: [key] }))
  const send = useMutation({
    mutationFn: (wish: TransferWish) => http.post<Handoff>(`/conversations/${conversation.value}/transfer`, wish),
    ...outcome,
    onSettled,
  })
  const cancel = useMutation({
    mutationFn: () => http.delete(`/conversations/${conversation.value}/transfer`),
    onError: outcome.onError,
    onSettled,
  })
  return { send, cancel }
}
