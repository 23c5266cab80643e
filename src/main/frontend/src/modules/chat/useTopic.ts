import { useMutation, useQueryClient } from '@tanstack/vue-query'
import { http, type Conversation } from '@/shared/api'

/** Sets subject and category of a conversation as it was seen; when somebody was faster, what is shown is asked for again. */
export function useTopic(onError: (error: unknown) => void) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ conversation, ...topic }: { conversation: Conversation; subject: string | null; category: string | null }) =>
      http.put<Conversation>(`/conversations/${conversation.id}/topic`, topic, conversation.topicVersion),
    onSuccess: (changed) => queries.setQueryData(['conversation', changed.id], changed),
    onError,
    onSettled: () => ['conversation', 'conversations'].forEach((key) => void queries.invalidateQueries({ queryKey: [key] })),
  })
}
