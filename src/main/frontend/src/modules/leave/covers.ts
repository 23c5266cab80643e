import type { Cover, CoverCandidate, CoverState } from '@/shared/api'

/** The most each part can give by the default weights; more than that is believed when a rule gave it. */
const MOST: Record<string, number> = { hours: 40, rest: 30, fairness: 20, skill: 10 }
export const MOST_TEXT = 500

export type CoverTab = CoverState | 'ALL'

/** What an agent, and what those who plan, look for; the first is shown first. */
export const AGENT_TABS: CoverTab[] = ['OFFERED', 'COVERED', 'ALL']
export const MANAGER_TABS: CoverTab[] = ['OPEN', 'OFFERED', 'COVERED', 'LEFT_OPEN', 'ALL']

export interface PartBar {
  part: string
  points: number
  max: number
  share: number
}

/** One bar per part, the heaviest part first. */
export function partBars(parts: CoverCandidate['parts']): PartBar[] {
  return parts
    .map(({ part, points }) => {
      const max = Math.max(MOST[part] ?? 1, points)
      return { part, points, max, share: Math.max(0, points / max) }
    })
    .sort((a, b) => b.max - a.max)
}

/** The best first; those with equal points stay in the order of the server. */
export function ranked(candidates: readonly CoverCandidate[]): CoverCandidate[] {
  return [...candidates].sort((a, b) => b.points - a.points)
}

/** As the days go by; the server tells the newest first. */
export function byStart(covers: readonly Cover[]): Cover[] {
  return [...covers].sort((a, b) => a.start.localeCompare(b.start))
}

/** How long somebody has to answer, in milliseconds; `null` when nobody is asked. */
export function leftOf(cover: Cover, now: number): number | null {
  if (cover.state !== 'OFFERED' || !cover.offerUntil) return null
  return Math.max(0, Date.parse(cover.offerUntil) - now)
}

/** Asked, by the server's clock in time, and the one who has to answer. */
export function canAnswer(cover: Cover, personId: string, now: number): boolean {
  return cover.state === 'OFFERED' && cover.offeredTo?.id === personId && leftOf(cover, now) !== 0
}

/** How many offers ran out: when the number grows, the server knows something new. */
export function overdueOf(covers: readonly Cover[], now: number): number {
  return covers.filter((cover) => leftOf(cover, now) === 0).length
}
