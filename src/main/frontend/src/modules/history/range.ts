const HOUR = 3_600_000

/** How far the clocks of the zone are before UTC at this moment, in milliseconds. */
function offsetAt(instant: number, zone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
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
  const early = midnight - offsetAt(midnight - 12 * HOUR, zone)
  const late = midnight - offsetAt(midnight + 12 * HOUR, zone)
  const exact = [early, late].find((instant) => offsetAt(instant, zone) === midnight - instant)
  return new Date(exact ?? Math.max(early, late)).toISOString()
}
