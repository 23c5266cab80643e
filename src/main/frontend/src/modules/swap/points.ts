import type { Suggestion } from './swapTypes'

export interface PointBar {
  name: string
  points: number
  /** Of the part that counts most, from 0 to 1; what is taken off counts by its size. */
  share: number
}

/** One bar per part, the weightiest first; parts without a point say nothing. */
export function partBars(parts: Suggestion['parts']): PointBar[] {
  const most = Math.max(1, ...parts.map(({ points }) => Math.abs(points)))
  return parts
    .filter(({ points }) => points !== 0)
    .map(({ name, points }) => ({ name, points, share: Math.abs(points) / most }))
    .sort((a, b) => b.share - a.share)
}
