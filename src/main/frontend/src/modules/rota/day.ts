import type { CoverageDay, CoverageReport, RotaPlan, Span } from '@/shared/api'
import { shiftsByDay, type BoardRow, type Shift } from './board'

export const STEP_MS = 1_800_000

/** A day of the tenant's calendar as half hours: 48 of them, 46 or 50 when the clock is moved. */
export interface DayWindow {
  start: number
  count: number
}
/** Where something lies in the day, in half hours from its midnight. */
export interface Bar {
  from: number
  length: number
}
export interface Block extends Bar {
  shift: Shift
  /** It began the day before, or goes on the day after. */
  cut: { before: boolean; after: boolean }
  breaks: Bar[]
}
export interface DayRow {
  person: BoardRow['person']
  blocks: Block[]
}
export interface HalfHour {
  start: number
  people: number
  minimum: number
  /** People missing; a department that has too many does not make up for one that has too few. */
  gap: number
}

export function windowOf(days: readonly CoverageDay[]): DayWindow | null {
  const day = days[0]
  return day ? { start: Date.parse(day.start), count: day.people.length } : null
}

/** The part of a span within the day; `null` when there is none. */
export function barOf({ start, end }: Span, day: DayWindow): Bar | null {
  const at = (instant: string) => (Date.parse(instant) - day.start) / STEP_MS
  const from = Math.max(0, at(start))
  const length = Math.min(day.count, at(end)) - from
  return length > 0 ? { from, length } : null
}

function blockOf(shift: Shift, day: DayWindow): Block | null {
  const bar = barOf(shift, day)
  if (!bar) return null
  const breaks = (shift.breaks ?? []).flatMap((pause) => barOf(pause, day) ?? [])
  const ends = day.start + day.count * STEP_MS
  return { ...bar, shift, breaks, cut: { before: Date.parse(shift.start) < day.start, after: Date.parse(shift.end) > ends } }
}

/** People down, the half hours of a day across; what was planned for the day before reaches into its morning. */
export function dayRows(plan: RotaPlan, dates: readonly string[], day: DayWindow): DayRow[] {
  const byDay = shiftsByDay(plan)
  return [...plan.people]
    .sort((a, b) => (a.department ?? '').localeCompare(b.department ?? '') || a.id.localeCompare(b.id))
    .map((person) => ({
      person,
      blocks: dates.flatMap((date) => (byDay.get(`${person.id} ${date}`) ?? []).flatMap((shift) => blockOf(shift, day) ?? [])),
    }))
}

/** One line for all departments. */
export function halfHoursOf(days: readonly CoverageDay[]): HalfHour[] {
  const day = windowOf(days)
  if (!day) return []
  return Array.from({ length: day.count }, (_, i) => {
    const at = (counts: number[]) => counts[i] ?? 0
    return {
      start: day.start + i * STEP_MS,
      people: days.reduce((sum, it) => sum + at(it.people), 0),
      minimum: days.reduce((sum, it) => sum + at(it.minimum), 0),
      gap: days.reduce((sum, it) => sum + Math.max(0, at(it.minimum) - at(it.people)), 0),
    }
  })
}

export function daysOn(report: CoverageReport | undefined, date: string): CoverageDay[] {
  return (report?.departments ?? []).flatMap(({ days }) => days.filter((day) => day.date === date))
}

/** The first of the half hours in which most people are missing; `null` when nobody is. */
export function worstOf(halfHours: readonly HalfHour[]): HalfHour | null {
  return halfHours.reduce<HalfHour | null>((worst, it) => (it.gap > (worst?.gap ?? 0) ? it : worst), null)
}

/** Where a key leads among the blocks of the day; `null` for keys that lead nowhere. */
export function stepAmong(rows: readonly DayRow[], at: Spotlight, key: string): Spotlight | null {
  const within = (value: number, count: number) => Math.max(0, Math.min(count - 1, value))
  const row = (by: number) => {
    const next = within(at.row + by, rows.length)
    return { row: next, block: within(at.block, rows[next]?.blocks.length ?? 0) }
  }
  const block = (by: number) => ({ ...at, block: within(at.block + by, rows[at.row]?.blocks.length ?? 0) })
  const steps: Record<string, () => Spotlight> = {
    ArrowUp: () => row(-1),
    ArrowDown: () => row(1),
    ArrowLeft: () => block(-1),
    ArrowRight: () => block(1),
    PageUp: () => row(-10),
    PageDown: () => row(10),
    Home: () => row(-rows.length),
    End: () => row(rows.length),
  }
  return rows.length ? (steps[key]?.() ?? null) : null
}

export interface Spotlight {
  row: number
  block: number
}
