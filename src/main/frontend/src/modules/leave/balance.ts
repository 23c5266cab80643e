import type { Balance, BalanceEntry, CountedType, Employment, LeaveType, Overtime } from '@/shared/api'

export const MOST_HOURS = 24
export const HOUR_STEP = 0.5
export const MOST_OVERTIME_REASON = 200

/** Whether days of this type are taken from a balance. */
export function isCounted(type: LeaveType): type is CountedType {
  return type === 'ANNUAL' || type === 'COMPENSATORY'
}

/** Everything there was to take. */
export function totalOf(balance: Balance): number {
  return balance.entitled + balance.carried + balance.earned - balance.expired
}

/** How wide a part is shown, in percent of everything there was. */
export function shareOf(days: number, balance: Balance): number {
  const total = totalOf(balance)
  return total > 0 ? Math.min(100, (days / total) * 100) : 0
}

/** What is lost next unless it is taken. */
export function soonestOf(balance: Balance): Balance['expiring'][number] | null {
  return balance.expiring[0] ?? null
}

/** At most two decimals: a booking may have four, which say nothing to people. */
export function rounded(days: number): number {
  return Math.round(days * 100) / 100
}

export function signed(days: number): string {
  const value = rounded(days)
  return value > 0 ? `+${value}` : `${value}`.replace('-', '−')
}

/** What a line says of why it is there: in people's own words, or by the number of the request; `null` when its kind says it all. */
export function causeOf(entry: BalanceEntry): string | null {
  if (entry.note) return entry.note
  if (entry.kind === 'EXPIRE' || entry.cause.startsWith('yearly')) return null
  return entry.cause.replace(/ #\d+$/, '')
}

/** Only booked hours are taken back, and only once. */
export function canReverse(entry: BalanceEntry): boolean {
  return entry.kind === 'EARN' && !entry.reversed
}

/** Keys of what is impossible, by field; a day that nobody knows is left out. */
export function employmentMistakes(draft: Employment, today: string): Partial<Record<keyof Employment, string>> {
  const mistakes: ReturnType<typeof employmentMistakes> = {}
  for (const field of ['worksSince', 'employedSince'] as const) {
    if ((draft[field] ?? '') > today) mistakes[field] = 'leave.employment.notYet'
  }
  const { worksSince, employedSince } = draft
  if (worksSince && employedSince && employedSince < worksSince) mistakes.employedSince ??= 'leave.employment.order'
  return mistakes
}

/** Keys of what is missing or impossible, by field. */
export function overtimeMistakes(draft: Overtime, today: string): Partial<Record<keyof Overtime, string>> {
  const mistakes: ReturnType<typeof overtimeMistakes> = {}
  if (!draft.day) mistakes.day = 'leave.mistake.date'
  else if (draft.day > today) mistakes.day = 'leave.overtime.notYet'
  const inSteps = Number.isInteger(draft.hours / HOUR_STEP)
  if (!(draft.hours > 0) || draft.hours > MOST_HOURS || !inSteps) mistakes.hours = 'leave.overtime.hoursRange'
  if (!draft.reason.trim()) mistakes.reason = 'leave.overtime.why'
  else if (draft.reason.trim().length > MOST_OVERTIME_REASON) mistakes.reason = 'leave.overtime.whyLong'
  return mistakes
}
