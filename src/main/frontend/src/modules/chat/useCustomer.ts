import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/vue-query'
import { computed, ref, watch, type Ref } from 'vue'
import { http, type Block, type CustomerRecord, type Items } from '@/shared/api'

const FIRST = 5
const MOST = 100
const PAGE = 50

/** What is known of a customer; `more` asks for longer lists. */
export function useCustomer(id: Ref<string>) {
  const limit = ref(FIRST)
  watch(id, () => (limit.value = FIRST))
  const query = useQuery({
    queryKey: ['customer', id, limit],
    queryFn: () => http.get<CustomerRecord>(`/customers/${id.value}`, { limit: limit.value }),
    placeholderData: (before) => (before?.id === id.value ? before : undefined),
    retry: false,
  })
  return { query, more: () => (limit.value = Math.min(MOST, limit.value * 4)), atMost: computed(() => limit.value >= MOST) }
}

/** Who is blocked, newest first. */
export function useBlocks() {
  const found = useInfiniteQuery({
    queryKey: ['blocklist'],
    queryFn: ({ pageParam }) => http.get<Items<Block>>('/blocklist', { limit: PAGE, cursor: pageParam }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  })
  return { found, blocks: computed(() => found.data.value?.pages.flatMap((page) => page.items) ?? []) }
}

export interface BlockWish {
  customer?: string
  address?: string
  reason: string
  until?: string
}

/** Blocks and lifts; everything that shows it is asked for again. */
export function useBlocking(outcome: { onBlocked: () => void; onLifted: () => void; onError?: (error: unknown) => void }) {
  const queries = useQueryClient()
  const onSettled = () => ['blocklist', 'customer'].forEach((key) => void queries.invalidateQueries({ queryKey: [key] }))
  const block = useMutation({
    mutationFn: (wish: BlockWish) => http.create<Block>('/blocklist', wish),
    onSuccess: outcome.onBlocked,
    onSettled,
  })
  const lift = useMutation({
    mutationFn: (id: string) => http.delete(`/blocklist/${id}`),
    onSuccess: outcome.onLifted,
    onError: outcome.onError,
    onSettled,
  })
  return { block, lift }
}
