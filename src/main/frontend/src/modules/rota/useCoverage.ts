import { keepPreviousData, useQuery } from '@tanstack/vue-query'
import type { Ref } from 'vue'
import { http, type CoverageReport } from '@/shared/api'

export interface CoverageWindow {
  date: string
  days: number
  department?: string
}

/** People against what is wanted, per half hour; kept under the rota, so that whatever makes a plan stale refreshes it. */
export function useCoverage(window: Ref<CoverageWindow>) {
  return useQuery({
    queryKey: ['rota', 'coverage', window],
    queryFn: () => http.get<CoverageReport>('/rota/coverage', { ...window.value }),
    placeholderData: keepPreviousData,
  })
}
