import { useQuery } from '@tanstack/vue-query'
import { computed, type Ref } from 'vue'
import { http, type AssignmentStep, type Items } from '@/shared/api'

/** How a shift came to be what it is; asked for when somebody looks. */
export function useSteps(id: Ref<string | null>) {
  return useQuery({
    queryKey: ['rota', 'steps', id],
    queryFn: () => http.get<Items<AssignmentStep>>(`/assignments/${id.value}/steps`),
    enabled: computed(() => id.value !== null),
  })
}
