import type { CalendarYear, DayKind, SpecialDay, WeekDay } from '@/shared/api'
import { addDays, addMonths, datesFrom, daysBetween, weekStart } from '@/shared/i18n/time'

const WEEK: WeekDay[] = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY']

/** What a date is; `announced` is false when nobody knows the holidays of its year yet. */
export interface DayInfo {
  date: string
  kind: DayKind
  name: string
  announced: boolean
}
export interface Month {
  first: string
  /** Whole weeks from Monday on; `null` for the days of other months. */
  cells: (DayInfo | null)[]
}

export const KINDS: DayKind[] = ['STATUTORY_HOLIDAY', 'DAY_OFF', 'REST_DAY', 'ADJUSTED_WORKDAY', 'WORKDAY']
/** Those that a board points out; a plain day needs no sign. */
export const MARKED: readonly DayKind[] = ['STATUTORY_HOLIDAY', 'DAY_OFF', 'ADJUSTED_WORKDAY']

export const yearOf = (date: string) => Number(date.slice(0, 4))
export const isWorked = (kind: DayKind) => kind === 'WORKDAY' || kind === 'ADJUSTED_WORKDAY'

/** What the week makes of a date. */
export function plainKind(date: string, restDays: readonly WeekDay[]): DayKind {
  return restDays.includes(WEEK[daysBetween(weekStart(date), date)]!) ? 'REST_DAY' : 'WORKDAY'
}

/** Every date of the list whose year is known to the page. */
export function daysOf(years: readonly CalendarYear[], dates: readonly string[]): Map<string, DayInfo> {
  const byYear = new Map(years.map((year) => [year.year, year]))
  const special = new Map(years.flatMap((year) => year.days.map((day) => [day.date, day] as [string, SpecialDay])))
  const found = new Map<string, DayInfo>()
  for (const date of dates) {
    const year = byYear.get(yearOf(date))
    if (!year) continue
    const { kind, name } = special.get(date) ?? { kind: plainKind(date, year.restDays), name: '' }
    found.set(date, { date, kind, name, announced: year.announced })
  }
  return found
}

/** The years of the dates whose holidays nobody announced yet. */
export function unknownYears(years: readonly CalendarYear[]): number[] {
  return years.filter((year) => !year.announced).map((year) => year.year).sort()
}

export function monthsOf(year: CalendarYear): Month[] {
  return Array.from({ length: 12 }, (_, index) => {
    const first = addMonths(`${year.year}-01-01`, index)
    const next = addMonths(first, 1)
    const start = weekStart(first)
    const dates = datesFrom(start, Math.ceil(daysBetween(start, next) / 7) * 7)
    const days = daysOf([year], dates)
    return { first, cells: dates.map((date) => (date >= first && date < next ? (days.get(date) ?? null) : null)) }
  })
}

/** How many days of a year are of each kind. */
export function countKinds(year: CalendarYear): Record<DayKind, number> {
  const counts = Object.fromEntries(KINDS.map((kind) => [kind, 0])) as Record<DayKind, number>
  for (const cell of monthsOf(year).flatMap((month) => month.cells)) if (cell) counts[cell.kind]++
  return counts
}

/** The text of a file as what is sent; `null` when it is no notice at all, so that the server need not be asked. */
export function noticeIn(text: string): object | null {
  try {
    const read: unknown = JSON.parse(text)
    return typeof read === 'object' && read !== null && 'days' in read && 'year' in read ? read : null
  } catch {
    return null
  }
}

/** The date the arrow keys lead to from another one; it may lie in another year. */
export function neighbour(date: string, key: string): string | null {
  const steps: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }
  const step = steps[key]
  return step === undefined ? null : addDays(date, step)
}
