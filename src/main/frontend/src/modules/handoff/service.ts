import type { ServiceFigures } from '@/shared/api'
import { stopwatch } from '@/shared/i18n/time'

export const NOTHING = '–'

/** Whole percents; a share that is not all is never shown as all. */
export function percent(share: number | null | undefined): string {
  if (share === null || share === undefined) return NOTHING
  const whole = Math.round(share * 100)
  return `${share < 1 && whole === 100 ? 99 : whole}%`
}

export const wait = (seconds: number | null | undefined) =>
  seconds === null || seconds === undefined ? NOTHING : stopwatch(Math.round(seconds))

/** The figures beside the gauge, in the order in which they are read; the name is the end of a key. */
export function factsOf(figures: ServiceFigures): { name: string; value: string }[] {
  return [
    { name: 'requests', value: String(figures.requests) },
    { name: 'answered', value: String(figures.answered) },
    { name: 'answeredInTime', value: String(figures.answeredInTime) },
    { name: 'abandoned', value: String(figures.abandoned) },
    { name: 'abandonedAtOnce', value: String(figures.abandonedAtOnce) },
    { name: 'ticketed', value: String(figures.ticketed) },
    { name: 'mean', value: wait(figures.meanWaitSeconds) },
    { name: 'p50', value: wait(figures.p50WaitSeconds) },
    { name: 'p95', value: wait(figures.p95WaitSeconds) },
    { name: 'longest', value: wait(figures.requests ? figures.longestWaitSeconds : null) },
  ]
}

/** The bars of a slice, from the bottom; together they are its requests. */
export const BARS = ['inTime', 'late', 'waiting', 'ticketed', 'abandoned'] as const
export type Bar = (typeof BARS)[number]

export function barsOf(figures: ServiceFigures): Record<Bar, number> {
  return {
    inTime: figures.answeredInTime,
    late: figures.answered - figures.answeredInTime,
    waiting: figures.waiting,
    ticketed: figures.ticketed,
    abandoned: figures.abandoned,
  }
}
