import type { Named } from '@/shared/api'
import type { CoverageChange, SwapPerson, SwapWeek } from './swapTypes'

export interface WeekRow extends SwapWeek {
  agent: Named
  /** What is more than the contract, in minutes, after the swap. */
  over: number
  /** Of the longest of all the bars, from 0 to 1. */
  share: { before: number; after: number; contract: number }
}

/** The weeks whose minutes change, person by person in the order of the chain. */
export function weekRows(people: readonly SwapPerson[]): WeekRow[] {
  const rows = people.flatMap(({ agent, weeks }) =>
    weeks
      .filter((week) => week.minutesBefore !== week.minutesAfter)
      .map((week) => ({ ...week, agent, over: Math.max(0, week.minutesAfter - week.contractMinutes) })),
  )
  const longest = Math.max(1, ...rows.flatMap((row) => [row.minutesBefore, row.minutesAfter, row.contractMinutes]))
  return rows.map((row) => ({
    ...row,
    share: { before: row.minutesBefore / longest, after: row.minutesAfter / longest, contract: row.contractMinutes / longest },
  }))
}

export type CoverageTone = 'bad' | 'less' | 'more'

/** Fewer people than the minimum are bad; more than before never are. */
export function toneOf(change: CoverageChange): CoverageTone {
  if (change.after > change.before) return 'more'
  return change.after < change.minimum ? 'bad' : 'less'
}

/** What falls below the minimum first, then by time. */
export function coverageRows(changes: readonly CoverageChange[]): (CoverageChange & { tone: CoverageTone })[] {
  return changes
    .map((change) => ({ ...change, tone: toneOf(change) }))
    .sort((a, b) => Number(b.tone === 'bad') - Number(a.tone === 'bad') || a.from.localeCompare(b.from))
}

/** Hours with half an hour's precision or better: 37.5. */
export const hoursOf = (minutes: number) => Math.round(minutes / 6) / 10
