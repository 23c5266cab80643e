import type { HalfDay } from '@/shared/api'
import { addDays, clock, dateIn } from '@/shared/i18n/time'

/** Where the desk cuts the day of a tenant; the server has the last word on which half has begun. */
const NOON = '12:00'

const rank = ({ date, period }: HalfDay) => `${date}${period === 'AFTERNOON' ? 1 : 0}`

/** Below zero when the first comes earlier, zero when both are the same. */
export function compareHalves(one: HalfDay, other: HalfDay): number {
  return rank(one).localeCompare(rank(other))
}

export function laterHalf(one: HalfDay, other: HalfDay): HalfDay {
  return compareHalves(one, other) < 0 ? other : one
}

export function halfAfter({ date, period }: HalfDay): HalfDay {
  return period === 'MORNING' ? { date, period: 'AFTERNOON' } : { date: addDays(date, 1), period: 'MORNING' }
}

export function halfBefore({ date, period }: HalfDay): HalfDay {
  return period === 'AFTERNOON' ? { date, period: 'MORNING' } : { date: addDays(date, -1), period: 'AFTERNOON' }
}

/** The half day that runs at this moment in the zone. */
export function halfAt(zone: string, instant: string | number): HalfDay {
  return { date: dateIn(zone, instant), period: clock('en', zone, instant) < NOON ? 'MORNING' : 'AFTERNOON' }
}
