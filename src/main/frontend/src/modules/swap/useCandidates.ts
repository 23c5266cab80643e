import { useInfiniteQuery, useQuery } from '@tanstack/vue-query'
import { computed, type Ref } from 'vue'
import { http, type Items } from '@/shared/api'
import type { Suggestions, SwapCandidate } from './swapTypes'

export interface CandidateFilter {
  department: string
  from: string
  to: string
}

const PAGE = 20

/** Whose shifts the owner of a shift could take in its place, page by page. */
export function useCandidates(gives: Ref<string>, filter: Ref<CandidateFilter>) {
  const query = useInfiniteQuery({
    queryKey: ['swaps', 'candidates', gives, filter],
    queryFn: ({ pageParam, signal }) =>
      http.get<Items<SwapCandidate>>('/swaps/candidates', { gives: gives.value, ...filter.value, limit: PAGE, cursor: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next ?? null,
  })
  return { query, candidates: computed(() => query.data.value?.pages.flatMap((page) => page.items) ?? []) }
}

/** Whole chains that the wishes of others make possible, the best first. */
export function useSuggestions(gives: Ref<string>) {
  const query = useQuery({
    queryKey: ['swaps', 'suggestions', gives],
    queryFn: ({ signal }) => http.get<Suggestions>('/swaps/suggestions', { gives: gives.value }, signal),
  })
  return {
    query,
    suggestions: computed(() => [...(query.data.value?.items ?? [])].sort((a, b) => b.points - a.points)),
    searched: computed(() => query.data.value?.searched ?? 0),
  }
}
