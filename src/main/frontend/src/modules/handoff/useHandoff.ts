import { useQuery } from '@tanstack/vue-query'
import { computed, type Ref } from 'vue'
import { http, type Handoff, type HandoffContext, type HandoffStep, type Items } from '@/shared/api'

/** The handoff that serves a conversation, if one does. */
export function useHandoff(id: Ref<string | null>) {
  return useQuery({
    queryKey: ['handoff', id],
    queryFn: () => http.get<Handoff>(`/handoffs/${id.value}`),
    enabled: computed(() => Boolean(id.value)),
  })
}

/** What happened to a handoff, oldest first; nobody but its agents and their managers may read it. */
export function useHandoffSteps(id: Ref<string | null>) {
  const query = useQuery({
    queryKey: ['handoff-steps', id],
    queryFn: () => http.get<Items<HandoffStep>>(`/handoffs/${id.value}/steps`),
    enabled: computed(() => Boolean(id.value)),
    retry: false,
  })
  return { query, steps: computed(() => (id.value ? (query.data.value?.items ?? []) : [])) }
}

export function useHandoffContext(id: Ref<string>) {
  return useQuery({
    queryKey: ['handoff-context', id],
    queryFn: () => http.get<HandoffContext>(`/handoffs/${id.value}/context`),
    retry: false,
  })
}
