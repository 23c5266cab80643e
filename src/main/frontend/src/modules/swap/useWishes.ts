import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/vue-query'
import { computed } from 'vue'
import { http, type Items } from '@/shared/api'
import type { SwapWish, SwapWishRequest } from './swapTypes'

const KEY = ['swaps', 'wishes']
const PAGE = 50

interface Outcome {
  onSuccess: () => void
  onError: (error: unknown) => void
}

/** What people would give away and take instead, kept until somebody fits. */
export function useWishes() {
  const query = useInfiniteQuery({
    queryKey: KEY,
    queryFn: ({ pageParam }) => http.get<Items<SwapWish>>('/swaps/wishes', { limit: PAGE, cursor: pageParam }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next ?? null,
  })
  return { query, wishes: computed(() => query.data.value?.pages.flatMap((page) => page.items) ?? []) }
}

/** `key` stands for one wish: a repeat with it creates nothing new. */
export function useNewWish(outcome: Outcome) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ wish, key }: { wish: SwapWishRequest; key: string }) => http.create<SwapWish>('/swaps/wishes', wish, key),
    ...outcome,
    onSettled: () => queries.invalidateQueries({ queryKey: ['swaps'] }),
  })
}

export function useWishRemoval(outcome: Outcome) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => http.delete(`/swaps/wishes/${id}`),
    ...outcome,
    onSettled: () => queries.invalidateQueries({ queryKey: ['swaps'] }),
  })
}
