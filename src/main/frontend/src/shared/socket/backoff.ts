const FIRST_MS = 1_000
const LAST_MS = 30_000

/** Exponential back-off with full jitter: between one second and a ceiling that doubles up to thirty seconds. */
export function backoff(attempt: number, random: () => number = Math.random): number {
  const ceiling = Math.min(LAST_MS, FIRST_MS * 2 ** (attempt + 1))
  return Math.round(FIRST_MS + random() * (ceiling - FIRST_MS))
}
