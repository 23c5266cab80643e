import { keepPreviousData, useQuery } from '@tanstack/vue-query'
import type { Ref } from 'vue'
import { http, type RotaPlan } from '@/shared/api'

export interface RotaWindow {
  from: string
  to: string
  department?: string
  agent?: string
  /** Whether each shift tells its breaks. */
  breaks?: boolean
}

/** The plan of a window of dates, both ends included. */
export function useRota(window: Ref<RotaWindow>) {
  return useQuery({
    queryKey: ['rota', window],
    queryFn: () => http.get<RotaPlan>('/rota', { ...window.value }),
    placeholderData: keepPreviousData,
  })
}
