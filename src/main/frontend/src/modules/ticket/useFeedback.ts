import { useI18n } from 'vue-i18n'
import { useProblemText } from '@/shared/ui/useProblemText'
import { useToast } from '@/shared/ui/useToast'
import { isStale } from './useTickets'

/** Says what came of a change; that somebody else was faster is no failure, but what is shown has changed. */
export function useFeedback() {
  const { t } = useI18n()
  const toast = useToast()
  const { textOf } = useProblemText()
  const failed = (error: unknown) =>
    isStale(error) ? toast.warned(t('ticket.stale', { reason: textOf(error) })) : toast.failed(error)
  return { done: toast.done, failed }
}
