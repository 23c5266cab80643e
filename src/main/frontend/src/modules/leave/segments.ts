import type { LeaveSegment } from '@/shared/api'
import { addDays, daysBetween, weekStart } from '@/shared/i18n/time'

/** The days of a leave as weeks from Monday to Sunday; `null` where a week reaches beyond it. */
export function weeksOf(segments: readonly LeaveSegment[]): (LeaveSegment | null)[][] {
  if (segments.length === 0) return []
  const byDate = new Map(segments.map((segment) => [segment.date, segment]))
  const dates = [...byDate.keys()].sort()
  const monday = weekStart(dates[0]!)
  const weeks = Math.floor(daysBetween(monday, dates.at(-1)!) / 7) + 1
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: 7 }, (_, day) => byDate.get(addDays(monday, week * 7 + day)) ?? null),
  )
}

export interface KindSum {
  kind: LeaveSegment['kind']
  counts: boolean
  days: number
}

/** How many days there are of each kind, those that cost something first. */
export function sumsOf(segments: readonly LeaveSegment[]): KindSum[] {
  const sums = new Map<string, KindSum>()
  for (const { kind, counts, halves } of segments) {
    const sum = sums.get(kind + counts) ?? { kind, counts, days: 0 }
    sums.set(kind + counts, { ...sum, days: sum.days + halves.length / 2 })
  }
  return [...sums.values()].sort((a, b) => Number(b.counts) - Number(a.counts) || b.days - a.days)
}

export interface NamedDays {
  name: string
  from: string
  to: string
}

/** Days that are free for a reason with a name, such as a festival; days in a row of one name are one entry. */
export function namedDays(segments: readonly LeaveSegment[]): NamedDays[] {
  const entries: NamedDays[] = []
  for (const { name, date } of segments.filter((segment) => segment.name && !segment.counts)) {
    const last = entries.at(-1)
    if (last?.name === name && addDays(last.to, 1) === date) last.to = date
    else entries.push({ name, from: date, to: date })
  }
  return entries
}

/** Whether the days tell more than their number does. */
export function isTelling(segments: readonly LeaveSegment[]): boolean {
  return segments.length > 1 || segments.some((segment) => !segment.counts)
}
