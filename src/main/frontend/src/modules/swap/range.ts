import { addDays } from '@/shared/i18n/time'

const DAYS = 7

/** A week before and after a date, without what is past. */
export function rangeAround(date: string, today: string): { from: string; to: string } {
  const from = addDays(date, -DAYS)
  return { from: from < today ? today : from, to: addDays(date, DAYS) }
}
