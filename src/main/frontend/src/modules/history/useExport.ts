import { onScopeDispose, ref } from 'vue'
import { http, ProblemError, urlOf, type Problem } from '@/shared/api'
import { currentLocale } from '@/shared/i18n'
import { tenantZone } from '@/shared/i18n/zone'
import { uuid } from '@/shared/socket'
import { askedBy, type HistoryFilter } from './filter'

export type Format = 'csv' | 'json'
interface Step {
  state: 'RUNNING' | 'DONE' | 'FAILED'
  written: number
  total: number
}

const EVERY_MS = 600

/** Writes conversations into a file on this computer; what was cut off is not kept. */
export function useExport(save: (file: Blob, name: string) => void = saveFile) {
  const step = ref<Step | null>(null)
  const running = ref(false)
  const failure = ref<unknown>(null)
  let asked: AbortController | null = null
  const cancel = () => asked?.abort()
  onScopeDispose(cancel)

  async function start(filter: HistoryFilter, format: Format): Promise<boolean> {
    const id = uuid()
    const mine = (asked = new AbortController())
    running.value = true
    failure.value = step.value = null
    const timer = setInterval(() => void follow(id, mine.signal), EVERY_MS)
    try {
      const response = await fetch(urlOf('/conversations/export', { ...askedBy(filter, tenantZone()), format, id }), {
        headers: { 'Accept-Language': currentLocale() },
        credentials: 'same-origin',
        signal: mine.signal,
      })
      if (!response.ok) throw new ProblemError(await problemOf(response))
      const total = Number(response.headers.get('X-Total-Count'))
      step.value = { state: 'RUNNING', written: 0, total }
      const file = await response.blob()
      step.value = { state: 'DONE', written: total, total }
      save(file, `conversations-${new Date().toISOString().slice(0, 10)}.${format}`)
      return true
    } catch (error) {
      if (!mine.signal.aborted) failure.value = error instanceof ProblemError ? error : new ProblemError({ status: 0, code: 'offline' })
      return false
    } finally {
      clearInterval(timer)
      running.value = false
    }
  }

  async function follow(id: string, signal: AbortSignal) {
    const told = await http.get<Step>('/conversations/export/progress', { id }, signal).catch(() => null)
    if (told && running.value && !signal.aborted && told.written >= (step.value?.written ?? 0)) step.value = told
  }

  return { step, running, failure, start, cancel }
}

async function problemOf(response: Response): Promise<Problem> {
  const told = (await response.json().catch(() => ({}))) as Partial<Problem>
  return { ...told, status: response.status, code: told.code ?? `http_${response.status}` }
}

function saveFile(file: Blob, name: string): void {
  const url = URL.createObjectURL(file)
  const link = Object.assign(document.createElement('a'), { href: url, download: name })
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}
