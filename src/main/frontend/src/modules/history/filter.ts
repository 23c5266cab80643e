import type { ConversationState } from '@/shared/api'
import { addDays, startOfDay } from '@/shared/i18n/time'

/** What is looked for, as the address holds it; empty means any. Dates are of the tenant, both included. */
export interface HistoryFilter {
  q: string
  customer: string
  agent: string
  category: string
  state: ConversationState | ''
  from: string
  to: string
}

const MOST = 200
const STATES: ConversationState[] = ['OPEN', 'WITH_AGENT', 'CLOSED']
const NUMBER = /^C-\d{8}-\d{1,9}$/i
const DATE = /^\d{4}-\d{2}-\d{2}$/
const TEXTS = ['q', 'customer', 'agent', 'category'] as const

const isDate = (text: string) => DATE.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) && text > '1970-01-01' && text < '2199-12-31'

/** What an address asks for; what makes no sense is not asked for. */
export function filterFrom(query: Record<string, unknown>): HistoryFilter {
  const text = (name: string) => (typeof query[name] === 'string' ? query[name].slice(0, MOST) : '')
  const date = (name: string) => (isDate(text(name)) ? text(name) : '')
  return {
    ...(Object.fromEntries(TEXTS.map((name) => [name, text(name)])) as Pick<HistoryFilter, (typeof TEXTS)[number]>),
    state: STATES.find((state) => state === query.state) ?? '',
    from: date('from'),
    to: date('to'),
  }
}

export const isNarrowed = (filter: HistoryFilter) => Object.values(filter).some(Boolean)

/** Whether messages are looked for; without a text, and by a number, conversations are. */
export const looksForText = ({ q }: HistoryFilter) => Boolean(q.trim()) && !NUMBER.test(q.trim())

/** The filter as the server takes it: the dates as instants in the zone of the tenant, the last day included. */
export function askedBy(filter: HistoryFilter, zone: string) {
  const { q, from, to, ...rest } = filter
  const number = NUMBER.test(q.trim()) ? q.trim().toUpperCase() : undefined
  return {
    ...rest,
    ...(number ? { number } : { q: q.trim() }),
    from: from && startOfDay(from, zone),
    to: to && startOfDay(addDays(to, 1), zone),
  }
}
