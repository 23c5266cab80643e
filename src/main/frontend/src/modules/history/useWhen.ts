import { useTimes } from '@/shared/i18n/useTimes'

/** When something was, with the year once it is not this one. */
export function useWhen() {
  const { clock, dateOf, dayAndClock, today } = useTimes()
  const when = (instant: string) => (dateOf(instant).slice(0, 4) === today().slice(0, 4) ? dayAndClock(instant) : `${dateOf(instant)} ${clock(instant)}`)
  return { when }
}
