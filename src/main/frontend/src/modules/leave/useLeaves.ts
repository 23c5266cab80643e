import { useMutation, useQuery, useQueryClient } from '@tanstack/vue-query'
import { computed, type Ref } from 'vue'
import { http, type Items, type Leave, type LeaveState } from '@/shared/api'
import { onFrame } from '@/modules/presence/useSocket'

export interface LeaveFilter {
  state?: LeaveState
  agent?: string
  department?: string
}

export const STALE = ['leaves', 'leave', 'balances', 'audit', 'rota', 'live', 'covers']

/** Everything that a step of a leave may have changed is asked for again. */
export function useRefresh() {
  const queries = useQueryClient()
  return () => STALE.forEach((key) => void queries.invalidateQueries({ queryKey: [key] }))
}

export function useLeaves(filter: Ref<LeaveFilter>) {
  const refresh = useRefresh()
  const query = useQuery({
    queryKey: ['leaves', filter],
    queryFn: () => http.get<Items<Leave>>('/leaves', { ...filter.value, limit: 100 }),
  })
  onFrame('READY', refresh)
  return { query, leaves: computed(() => query.data.value?.items ?? []), refresh }
}

export function useLeave(id: Ref<string>) {
  return useQuery({ queryKey: ['leave', id], queryFn: () => http.get<Leave>(`/leaves/${id.value}`) })
}

/** Until it begins a leave can be taken back by the one who asked. */
export function canWithdraw(leave: Leave, personId: string): boolean {
  return leave.agentId === personId && !leave.begun && (leave.state === 'PENDING' || leave.state === 'APPROVED')
}

export interface Outcome {
  onSuccess: () => void
  onError: (error: unknown) => void
}

export function useWithdrawal(outcome: Outcome) {
  const refresh = useRefresh()
  return useMutation({
    mutationFn: ({ id, comment }: { id: string; comment?: string }) =>
      http.post<Leave>(`/leaves/${id}/withdrawal`, { comment: comment || undefined }),
    ...outcome,
    onSettled: refresh,
  })
}

/** `step` is what is decided: the leave itself, or its extension. */
export function useDecision(outcome: Outcome, step: 'decision' | 'extension/decision' = 'decision') {
  const refresh = useRefresh()
  return useMutation({
    mutationFn: ({ id, approved, comment }: { id: string; approved: boolean; comment: string }) =>
      http.post<Leave>(`/leaves/${id}/${step}`, { approved, comment: comment || undefined }),
    ...outcome,
    onSettled: refresh,
  })
}
