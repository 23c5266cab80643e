import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/vue-query'
import { onScopeDispose, type Ref } from 'vue'
import { onFrame } from '@/modules/presence/useSocket'
import { http, type RotaPlan } from '@/shared/api'

export interface RotaWindow {
  from: string
  to: string
  department?: string
  agent?: string
  /** Whether each shift tells its breaks. */
  breaks?: boolean
}

/** So many desks are told of a change at once that each waits up to this long before it asks again. */
const SPREAD_MS = 1000

/** The plan of a window of dates, both ends included; it follows what others plan. */
export function useRota(window: Ref<RotaWindow>) {
  const queries = useQueryClient()
  let timer: ReturnType<typeof setTimeout> | undefined
  onFrame('ROTA', ({ from, to }) => {
    if (timer !== undefined || from > window.value.to || to < window.value.from) return
    timer = setTimeout(() => {
      timer = undefined
      void queries.invalidateQueries({ queryKey: ['rota'] })
    }, Math.random() * SPREAD_MS)
  })
  onScopeDispose(() => clearTimeout(timer))
  return useQuery({
    queryKey: ['rota', window],
    queryFn: () => http.get<RotaPlan>('/rota', { ...window.value }),
    placeholderData: keepPreviousData,
  })
}
