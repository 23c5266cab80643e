import { useMutation, useQueryClient } from '@tanstack/vue-query'
import { http, type Conversation } from '@/shared/api'
import { useToast } from '@/shared/ui/useToast'

/** Ends a conversation: through its handoff when it came by one, so that the seat is freed and a rating is asked. */
export function useCompletion(onDone: () => void) {
  const queries = useQueryClient()
  const toast = useToast()
  return useMutation({
    mutationFn: (conversation: Conversation) =>
      conversation.handoffId
        ? http.post(`/handoffs/${conversation.handoffId}/completion`, {})
        : http.post(`/conversations/${conversation.id}/close`, {}),
    onSuccess: onDone,
    onError: (error) => toast.failed(error),
    onSettled: () => {
      for (const key of ['conversations', 'conversation', 'seats', 'queue', 'handoff']) {
        void queries.invalidateQueries({ queryKey: [key] })
      }
    },
  })
}
