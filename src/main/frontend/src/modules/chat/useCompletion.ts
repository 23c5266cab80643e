import { useMutation, useQueryClient } from '@tanstack/vue-query'
import { http, type Conversation } from '@/shared/api'
import type { CloseReason } from './closing'

export interface Completion {
  conversation: Conversation
  reason: CloseReason
  /** For colleagues; the customer never reads it. */
  note?: string
}

/** Ends a conversation: through its handoff when it came by one, so that the seat is freed and a rating is asked. */
export function useCompletion(onSuccess: () => void) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ conversation, ...why }: Completion) =>
      conversation.handoffId
        ? http.post(`/handoffs/${conversation.handoffId}/completion`, why)
        : http.post(`/conversations/${conversation.id}/close`, why),
    onSuccess,
    onSettled: () => {
      for (const key of ['conversations', 'conversation', 'seats', 'queue', 'handoff']) {
        void queries.invalidateQueries({ queryKey: [key] })
      }
    },
  })
}
