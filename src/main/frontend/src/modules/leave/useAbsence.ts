import { useMutation } from '@tanstack/vue-query'
import { http, type HalfDay, type Leave } from '@/shared/api'
import { useRefresh, type Outcome } from './useLeaves'

/** Says that somebody is back at work from a half day on; the rest of the leave is given back. */
export function useReturn(outcome: Outcome) {
  const refresh = useRefresh()
  return useMutation({
    mutationFn: ({ id, half, comment }: { id: string; half: HalfDay; comment: string }) =>
      http.post<Leave>(`/leaves/${id}/return`, { ...half, comment: comment || undefined }),
    ...outcome,
    onSettled: refresh,
  })
}
