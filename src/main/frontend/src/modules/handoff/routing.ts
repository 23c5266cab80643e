export const STRATEGIES = ['SCORE', 'ROUND_ROBIN', 'LONGEST_IDLE', 'LAST_AGENT_FIRST'] as const
export const WEEKDAYS = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'] as const
export const SPANS_A_DAY = 4

export type Strategy = (typeof STRATEGIES)[number]
export type Weekday = (typeof WEEKDAYS)[number]

export interface Hours {
  opens: string
  closes: string
}
/** Belongs to the day on which it opens; closes on the next unless that is later than it opens. */
export interface OpeningSpan extends Hours {
  day: Weekday
}
export interface RoutingPolicy {
  department: string
  strategy: Strategy
  /** Nothing: the tenant's hours apply. */
  week: OpeningSpan[] | null
  openHolidays: boolean
  tenantHours: Hours
  version: number
}
export type RoutingChange = Pick<RoutingPolicy, 'strategy' | 'week' | 'openHolidays'>

const MINUTES_OF_DAY = 24 * 60
const MINUTES_OF_WEEK = 7 * MINUTES_OF_DAY
const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))

/** Times as people and inputs write them: hours and minutes. */
export const shortTime = (time: string) => time.slice(0, 5)

export const crossesMidnight = ({ opens, closes }: Hours) => minutesOf(closes) <= minutesOf(opens)

/** The spans of each weekday; a day without any is closed. */
export function byDay(week: OpeningSpan[]): Hours[][] {
  return WEEKDAYS.map((day) =>
    week.filter((span) => span.day === day).map(({ opens, closes }) => ({ opens: shortTime(opens), closes: shortTime(closes) })),
  )
}

export function weekOf(days: Hours[][]): OpeningSpan[] {
  return days.flatMap((spans, index) => spans.map((span) => ({ day: WEEKDAYS[index]!, ...span })))
}

/** What keeps the week from being saved: the key of a text, or nothing. */
export function mistakeIn(days: Hours[][]): string | undefined {
  const week = weekOf(days)
  if (week.some(({ opens, closes }) => !opens || !closes)) return 'handoff.routing.incomplete'
  return overlaps(week) ? 'handoff.routing.overlap' : undefined
}

function overlaps(week: OpeningSpan[]): boolean {
  const spans = week
    .map(({ day, opens, closes }) => {
      const start = WEEKDAYS.indexOf(day) * MINUTES_OF_DAY + minutesOf(opens)
      const length = minutesOf(closes) - minutesOf(opens)
      return { start, length: length > 0 ? length : length + MINUTES_OF_DAY }
    })
    .sort((a, b) => a.start - b.start)
  return spans.some(({ start, length }, index) => {
    const next = spans[index + 1] ?? { start: spans[0]!.start + MINUTES_OF_WEEK }
    return start + length > next.start
  })
}
