import { useQuery } from '@tanstack/vue-query'
import { computed, type Ref } from 'vue'
import { http, type Items, type TrailEntry } from '@/shared/api'

export const KINDS = ['leave', 'handoff', 'conversation'] as const
export type Kind = (typeof KINDS)[number]

/** Who did what when with one request, oldest first. */
export function useTrail(kind: Ref<string>, id: Ref<string>) {
  const query = useQuery({
    queryKey: ['audit', kind, id],
    queryFn: () => http.get<Items<TrailEntry>>(`/audit/${kind.value}/${encodeURIComponent(id.value)}`),
    enabled: computed(() => id.value !== ''),
    staleTime: 0,
  })
  return { query, entries: computed(() => query.data.value?.items ?? []) }
}
