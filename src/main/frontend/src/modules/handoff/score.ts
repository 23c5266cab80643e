import type { ScorePart } from '@/shared/socket'

/** The most each part can give by the default weights; more than that is believed when a rule gave it. */
const MOST: Record<string, number> = { status: 40, load: 30, skill: 20, quality: 10, senior: 10, autoAccept: 5, lastAgent: 200, turn: 100, idle: 100 }

export interface ScoreBar {
  part: string
  points: number
  max: number
  share: number
  /** The sentences of the rules that gave the points. */
  rules: string[]
}

/** Turns a score into one bar per part, the heaviest part first. */
export function barsOf(parts: ScorePart[] | Record<string, number> | null | undefined): ScoreBar[] {
  const given: ScorePart[] = Array.isArray(parts)
    ? parts
    : Object.entries(parts ?? {}).map(([part, points]) => ({ part, points }))
  return [...new Set(given.map(({ part }) => part))]
    .map((part) => {
      const own = given.filter((one) => one.part === part)
      const points = own.reduce((sum, one) => sum + one.points, 0)
      const max = Math.max(MOST[part] ?? 1, points)
      const rules = own.flatMap((one) => (one.rule ? [one.rule] : []))
      return { part, points, max, share: Math.max(0, points / max), rules }
    })
    .sort((a, b) => b.max - a.max)
}

export interface Explanation {
  agent: string
  strategy: string
  total: number
  parts: { part: string; points: number }[]
}

/** What the line says that Baton writes down with a choice, such as "kf003 SCORE 62.5 = load 22.5 + status 40"; null for what people wrote. */
export function explanationIn(comment: string): Explanation | null {
  const line = /^(\S+) ([A-Z_]+) (-?[\d.]+) = (.+)$/.exec(comment)
  if (!line) return null
  const parts = line[4]!.split(' + ').map((term) => /^(\w+) (-?[\d.]+)$/.exec(term))
  return parts.every((part) => part !== null)
    ? { agent: line[1]!, strategy: line[2]!, total: Number(line[3]), parts: parts.map((part) => ({ part: part[1]!, points: Number(part[2]) })) }
    : null
}
