import type { ScorePart } from '@/shared/socket'

/** The most each part can give by the default weights; a rule that says its own maximum is believed instead. */
const MOST: Record<string, number> = { status: 40, load: 30, skill: 20, quality: 10, senior: 10, autoAccept: 5 }

export interface ScoreBar {
  code: string
  points: number
  max: number
  share: number
  text?: string
}

/** Turns a score into bars, the heaviest part first. */
export function barsOf(parts: ScorePart[] | Record<string, number> | null | undefined): ScoreBar[] {
  const list: ScorePart[] = Array.isArray(parts)
    ? parts
    : Object.entries(parts ?? {}).map(([code, points]) => ({ code, points }))
  return list
    .map(({ code, points, max, text }) => {
      const most = max ?? Math.max(MOST[code] ?? 0, points, 1)
      return { code, points, max: most, share: Math.max(0, Math.min(1, points / most)), text }
    })
    .sort((a, b) => b.max - a.max)
}
