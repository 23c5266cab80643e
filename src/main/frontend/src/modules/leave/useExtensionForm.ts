import { useMutation, useQuery } from '@tanstack/vue-query'
import { computed, ref } from 'vue'
import { asProblem, http, type Attachment, type DayPart, type Finding, type HalfDay, type Leave, type LeaveCheck } from '@/shared/api'
import { addDays, daysBetween } from '@/shared/i18n/time'
import { MOST_DAYS, MOST_REASON } from './form'
import { compareHalves, halfAfter } from './halves'
import { endOf } from './rights'
import { useRefresh, type Outcome } from './useLeaves'

export interface ExtensionDraft {
  end: HalfDay
  reason: string
  attachments: Attachment[]
}

/** Keys of what is missing or impossible. */
export function extensionMistakes(leave: Leave, draft: ExtensionDraft): { end?: string; reason?: string } {
  const { end, reason } = draft
  const mistakes: ReturnType<typeof extensionMistakes> = {}
  if (!end.date) mistakes.end = 'leave.mistake.date'
  else if (compareHalves(end, endOf(leave)) <= 0) mistakes.end = 'leave.mistake.notLater'
  else if (daysBetween(leave.startDate, end.date) >= MOST_DAYS) mistakes.end = 'leave.mistake.tooLong'
  if (!reason.trim()) mistakes.reason = 'leave.mistake.reason'
  else if (reason.length > MOST_REASON) mistakes.reason = 'leave.mistake.long'
  return mistakes
}

/** A later end while it is composed: what is missing, what the added days cost, and how it is sent. */
export function useExtensionForm(leave: Leave, outcome: Outcome) {
  const refresh = useRefresh()
  const draft = ref<ExtensionDraft>({
    end: { date: addDays(leave.endDate, 1), period: 'AFTERNOON' as DayPart },
    reason: '',
    attachments: [],
  })
  const mistakes = computed(() => extensionMistakes(leave, draft.value))
  const first = halfAfter(endOf(leave))
  const added = computed(() => ({
    type: leave.type,
    startDate: first.date,
    startPeriod: first.period,
    endDate: draft.value.end.date,
    endPeriod: draft.value.end.period,
    reason: leave.reason,
    attachments: [],
  }))
  // Only the days are of interest: the rules judge the extension itself, not a new request for its days.
  const preview = useQuery({
    queryKey: ['leave-check', added],
    queryFn: () => http.post<LeaveCheck>('/leaves:check', added.value),
    enabled: computed(() => !mistakes.value.end),
    retry: false,
  })
  const sending = useMutation({
    mutationFn: () =>
      http.post<Leave>(`/leaves/${leave.id}/extension`, {
        endDate: draft.value.end.date,
        endPeriod: draft.value.end.period,
        reason: draft.value.reason.trim(),
        attachments: draft.value.attachments.map((file) => file.id),
      }),
    ...outcome,
    onSettled: refresh,
  })
  const conflicts = computed<Finding[]>(() =>
    (asProblem(sending.error.value).conflicts ?? []).map((conflict) => ({ ...conflict, severity: 'BLOCKS' })),
  )
  return { draft, mistakes, preview: computed(() => (mistakes.value.end ? null : (preview.data.value ?? null))), sending, conflicts }
}
