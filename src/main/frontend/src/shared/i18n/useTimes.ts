import { useI18n } from 'vue-i18n'
import { tenantZone } from './zone'
import * as time from './time'

/** Formatters in the language of the screen and the zone of the tenant. */
export function useTimes() {
  const { locale } = useI18n()
  return {
    clock: (instant: string | number) => time.clock(locale.value, tenantZone(), instant),
    dayAndClock: (instant: string | number) => time.dayAndClock(locale.value, tenantZone(), instant),
    dateOf: (instant: string | number) => time.dateIn(tenantZone(), instant),
    today: () => time.dateIn(tenantZone(), Date.now()),
    day: (date: string) => time.dayLabel(locale.value, date, { month: 'short', day: 'numeric' }),
    weekday: (date: string) => time.dayLabel(locale.value, date, { weekday: 'short' }),
    month: (date: string) => time.dayLabel(locale.value, date, { year: 'numeric', month: 'long' }),
    fullDay: (date: string) =>
      time.dayLabel(locale.value, date, { year: 'numeric', month: 'long', day: 'numeric', weekday: 'short' }),
  }
}
