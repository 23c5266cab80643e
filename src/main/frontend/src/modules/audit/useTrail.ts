import { useQuery } from '@tanstack/vue-query'
import { computed, type Ref } from 'vue'
import { http, type Items, type TrailEntry } from '@/shared/api'

/** Of what the server keeps trails; nothing as long as it has not said. */
export function useKinds() {
  const query = useQuery({
    queryKey: ['audit', 'kinds'],
    queryFn: () => http.get<Items<string>>('/audit/kinds'),
    staleTime: Infinity,
  })
  return { query, kinds: computed(() => query.data.value?.items ?? []) }
}

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
