export type Span = 'hour' | 'day' | 'month' | 'forever'
export const SPANS: Span[] = ['hour', 'day', 'month', 'forever']

const HOUR_MS = 3_600_000
const LENGTH: Record<Exclude<Span, 'forever'>, number> = { hour: HOUR_MS, day: 24 * HOUR_MS, month: 30 * 24 * HOUR_MS }

/** When a block of this length ends that begins now; nothing for one without an end. */
export function untilOf(span: Span, now: number): string | undefined {
  return span === 'forever' ? undefined : new Date(now + LENGTH[span]).toISOString()
}
