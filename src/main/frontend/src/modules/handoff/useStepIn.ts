import { useMutation, useQueryClient } from '@tanstack/vue-query'
import { useI18n } from 'vue-i18n'
import { useRouter } from 'vue-router'
import { http } from '@/shared/api'
import { useToast } from '@/shared/ui/useToast'

export type StepInAction = 'TAKE' | 'ASSIGN' | 'TICKET'
export interface StepIn {
  request: { id: string; conversationId: string }
  action: StepInAction
  agentId?: string
  comment?: string
}

const STALE = ['floor', 'queue', 'tickets', 'conversations']

/** A manager's decision about somebody who waits; whoever takes a customer is brought to the conversation. */
export function useStepIn() {
  const { t } = useI18n()
  const toast = useToast()
  const router = useRouter()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ request, action, agentId, comment }: StepIn) =>
      http.post(`/handoffs/${request.id}/step-in`, { action, agentId, comment: comment || undefined }),
    onSuccess: (_, { request, action }) => {
      toast.done(t(`handoff.stepped.${action}`))
      if (action === 'TAKE') void router.push(`/chat/${request.conversationId}`)
    },
    onError: (error) => toast.failed(error),
    onSettled: () => STALE.forEach((key) => void queries.invalidateQueries({ queryKey: [key] })),
  })
}
