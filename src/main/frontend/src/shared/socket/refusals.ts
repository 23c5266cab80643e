import type { Failure } from './frames'

/** Codes that say "not now" rather than "not this". */
const PASSING = new Set(['slow_down', 'overloaded', 'unavailable', 'internal', 'timeout'])
const AGAIN_MS = 2_000
const LONGEST_MS = 60_000

export function isPassing({ code, retryAfterMs }: Failure): boolean {
  return typeof retryAfterMs === 'number' || PASSING.has(code)
}

/** How long to wait after a passing refusal: as long as the server says, within reason. */
export function patience({ retryAfterMs }: Failure): number {
  return Math.min(Math.max(retryAfterMs ?? AGAIN_MS, 0), LONGEST_MS)
}
