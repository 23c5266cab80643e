/** Dates are `yyyy-MM-dd` strings in the tenant's zone; instants are ISO-8601 in UTC. Only `dateOfCell` knows the machine's zone. */

const DAY_MS = 86_400_000
const HALF_DAY_MS = DAY_MS / 2
const utc = (date: string) => new Date(`${date}T00:00:00Z`)
const iso = (date: Date) => date.toISOString().slice(0, 10)

const made = new Map<string, Intl.DateTimeFormat>()
function format(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale + JSON.stringify(options)
  const known = made.get(key) ?? new Intl.DateTimeFormat(locale, options)
  made.set(key, known)
  return known
}

export function addDays(date: string, days: number): string {
  return iso(new Date(utc(date).getTime() + days * DAY_MS))
}

export function daysBetween(from: string, to: string): number {
  return Math.round((utc(to).getTime() - utc(from).getTime()) / DAY_MS)
}

export function datesFrom(first: string, count: number): string[] {
  return Array.from({ length: count }, (_, i) => addDays(first, i))
}

/** The Monday of the week the date lies in. */
export function weekStart(date: string): string {
  return addDays(date, -((utc(date).getUTCDay() + 6) % 7))
}

export function monthStart(date: string): string {
  return `${date.slice(0, 7)}-01`
}

export function addMonths(date: string, months: number): string {
  const first = utc(monthStart(date))
  return iso(new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + months, 1)))
}

export function isWeekend(date: string): boolean {
  return [0, 6].includes(utc(date).getUTCDay())
}

/** The date that a cell of a calendar stands for; calendars give it as midnight of the machine. */
export function dateOfCell(cell: Date): string {
  return iso(new Date(Date.UTC(cell.getFullYear(), cell.getMonth(), cell.getDate())))
}

/** The date an instant falls on in the zone. */
export function dateIn(zone: string, instant: string | number | Date): string {
  return format('sv-SE', { timeZone: zone, dateStyle: 'short' }).format(new Date(instant))
}

export function clock(locale: string, zone: string, instant: string | number): string {
  return format(locale, { timeZone: zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(
    new Date(instant),
  )
}

export function dayAndClock(locale: string, zone: string, instant: string | number): string {
  return format(locale, {
    timeZone: zone,
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(new Date(instant))
}

export function dayLabel(locale: string, date: string, options: Intl.DateTimeFormatOptions): string {
  return format(locale, { ...options, timeZone: 'UTC' }).format(utc(date))
}

/** Minutes and seconds, with hours when there are any: `4:05`, `1:02:09`. */
export function stopwatch(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds))
  const two = (n: number) => String(n).padStart(2, '0')
  const [h, m, s] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60]
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`
}

/** How far the clocks of the zone are before UTC at this moment, in milliseconds. */
function offsetAt(instant: number, zone: string): number {
  const parts = format('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(instant)
  const of = (type: string) => Number(parts.find((part) => part.type === type)!.value)
  return Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second')) - instant
}

/** The instant at which a day begins in the zone; where its first hour is left out, the one at which the clocks go on. */
export function startOfDay(date: string, zone: string): string {
  const midnight = Date.parse(`${date}T00:00:00Z`)
  const early = midnight - offsetAt(midnight - HALF_DAY_MS, zone)
  const late = midnight - offsetAt(midnight + HALF_DAY_MS, zone)
  const exact = [early, late].find((instant) => offsetAt(instant, zone) === midnight - instant)
  return new Date(exact ?? Math.max(early, late)).toISOString()
}
