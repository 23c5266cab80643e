import { useQueryClient } from '@tanstack/vue-query'
import { computed, onScopeDispose, ref, watch } from 'vue'
import { asProblem, http, type Finding, type Leave, type LeaveCheck } from '@/shared/api'
import { uuid } from '@/shared/socket'
import { uploadFile } from './files'
import { emptyDraft, mistakesOf, requestOf, type LeaveDraft } from './form'

const SETTLE_MS = 350
/** Stands for the reason while none is written: the rules are asked before. */
const NOT_YET = '…'

/** A request while it is composed: what is missing, what the rules say of it, and how it is sent. */
export function useLeaveForm(firstDate: string) {
  const queries = useQueryClient()
  const draft = ref<LeaveDraft>(emptyDraft(firstDate))
  const check = ref<LeaveCheck | null>(null)
  const checking = ref(false)
  const sending = ref(false)
  const failure = ref<unknown>(null)
  const mistakes = computed(() => mistakesOf(draft.value))
  // One key for one request: a second click or a retry creates nothing new.
  let key = uuid()
  let timer: ReturnType<typeof setTimeout> | undefined
  let asked = 0

  async function ask() {
    const mine = ++asked
    const request = requestOf(draft.value)
    checking.value = true
    try {
      const answer = await http.post<LeaveCheck>('/leaves:check', { ...request, reason: request.reason || NOT_YET })
      if (mine === asked) [check.value, failure.value] = [answer, null]
    } catch (error) {
      if (mine === asked) [check.value, failure.value] = [null, error]
    } finally {
      if (mine === asked) checking.value = false
    }
  }

  watch(
    draft,
    () => {
      clearTimeout(timer)
      key = uuid()
      const { startDate, endDate } = mistakes.value
      if (startDate || endDate) check.value = null
      else timer = setTimeout(() => void ask(), SETTLE_MS)
    },
    { deep: true, immediate: true },
  )
  onScopeDispose(() => clearTimeout(timer))

  async function send(): Promise<Leave | null> {
    if (sending.value) return null
    sending.value = true
    failure.value = null
    try {
      return await http.create<Leave>('/leaves', requestOf(draft.value), key)
    } catch (error) {
      failure.value = error
      return null
    } finally {
      sending.value = false
      for (const name of ['leaves', 'balances', 'rota']) void queries.invalidateQueries({ queryKey: [name] })
    }
  }

  async function attach(file: File) {
    draft.value.attachments.push(await uploadFile(file))
  }

  /** What the rules hold against it: from the refusal, when it was sent, else from the check. */
  const findings = computed<Finding[]>(() => {
    const conflicts = failure.value ? asProblem(failure.value).conflicts : undefined
    return conflicts?.map((conflict) => ({ ...conflict, severity: 'BLOCKS' })) ?? check.value?.findings ?? []
  })
  const allowed = computed(() => check.value?.allowed ?? false)

  return { draft, mistakes, check, checking, findings, allowed, failure, sending, send, attach }
}
