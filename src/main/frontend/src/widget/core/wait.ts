/** An honest wait: whole minutes rounded up, nothing when nobody can tell. */
export type Wait = { kind: 'unknown' | 'soon' } | { kind: 'minutes' | 'hours'; count: number }

export function waitOf(seconds: number | null): Wait {
  if (seconds === null || !Number.isFinite(seconds) || seconds < 0) return { kind: 'unknown' }
  if (seconds < 60) return { kind: 'soon' }
  const minutes = Math.ceil(seconds / 60)
  return minutes < 60 ? { kind: 'minutes', count: minutes } : { kind: 'hours', count: Math.ceil(minutes / 60) }
}
