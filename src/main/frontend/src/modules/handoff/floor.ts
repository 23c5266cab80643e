import type { Floor, FloorGroup, FloorMember, FloorNow, FloorServed, FloorWaiting, ServiceFigures, ServiceWindow } from '@/shared/api'
import type { FrameOf } from '@/shared/socket'

export type Tone = 'ok' | 'warn' | 'bad' | 'quiet'
export const WINDOWS: ServiceWindow[] = ['QUARTER', 'HOUR', 'DAY']

/** So many points below the goal is still no alarm. */
const CLOSE_POINTS = 15

/** Red once it is longer than the tenant wants, amber from half of that. */
export function waitTone(seconds: number, within: number): Tone {
  if (seconds > within) return 'bad'
  return seconds > within / 2 ? 'warn' : 'ok'
}

export function serviceTone(level: number | null | undefined, goalPercent: number): Tone {
  if (level === null || level === undefined) return 'quiet'
  if (level * 100 >= goalPercent) return 'ok'
  return level * 100 >= goalPercent - CLOSE_POINTS ? 'warn' : 'bad'
}

export const secondsSince = (instant: string, now: number) => Math.max(0, (now - Date.parse(instant)) / 1000)

/** What is true of all these groups together. */
export function totalsOf(groups: readonly FloorGroup[]) {
  const all = groups.map((group) => group.now)
  const sum = (count: (now: FloorNow) => number) => all.reduce((total, now) => total + count(now), 0)
  const since = all.flatMap((now) => now.waitingSince ?? []).sort((a, b) => Date.parse(a) - Date.parse(b))
  return {
    waiting: sum((now) => now.waiting),
    waitingSince: since[0] ?? null,
    offers: offersOf(groups).length,
    served: sum((now) => now.served.length),
    freeSeats: sum((now) => now.freeSeats),
    working: sum((now) => now.members.filter((member) => member.light === 'GREEN').length),
    missing: sum((now) => now.members.filter((member) => member.light === 'RED').length),
  }
}

export interface OfferInFlight {
  waiting: FloorWaiting
  offer: NonNullable<FloorWaiting['offer']>
  agent: FloorMember | undefined
}

/** Who is being asked at this moment, the one whose time is up first at the top. */
export function offersOf(groups: readonly FloorGroup[]): OfferInFlight[] {
  return groups
    .flatMap(({ now }) =>
      now.queue.flatMap((waiting) =>
        waiting.offer ? [{ waiting, offer: waiting.offer, agent: memberOf(now, waiting.offer.agentId) }] : [],
      ),
    )
    .sort((a, b) => Date.parse(a.offer.expiresAt) - Date.parse(b.offer.expiresAt))
}

export const memberOf = (now: FloorNow, id: string) => now.members.find((member) => member.id === id)

export interface Desk {
  member: FloorMember
  served: FloorServed[]
  /** Whom this agent is being asked about. */
  asked: FloorWaiting[]
  /** Whom another agent wants to pass on to this one. */
  coming: FloorServed[]
}

/** Everybody on the floor with the customers they have, those in trouble first, then the busiest. */
export function desksOf(now: FloorNow): Desk[] {
  const desks = now.members.map((member) => ({
    member,
    served: now.served.filter((one) => one.agentId === member.id),
    asked: now.queue.filter((one) => one.offer?.agentId === member.id),
    coming: now.served.filter((one) => one.transferTo === member.id),
  }))
  const rank = (desk: Desk) => Number(desk.served.some((one) => one.state === 'PAUSED' || one.customerLost))
  return desks.sort(
    (a, b) => rank(b) - rank(a) || b.served.length - a.served.length || a.member.id.localeCompare(b.member.id),
  )
}

export type Obstacle = 'offShift' | 'offline' | 'away' | 'full' | 'skills' | 'asked'

/** Why this agent is not offered the request; a manager may assign it all the same. */
export function obstaclesOf(member: FloorMember, request: Pick<FloorWaiting, 'skills' | 'offer'>): Obstacle[] {
  const found: Obstacle[] = []
  if (!member.onShift) found.push('offShift')
  if (member.state === 'OFFLINE') found.push('offline')
  if (member.state === 'AWAY') found.push('away')
  if (member.active >= member.max) found.push('full')
  if (request.skills.some((skill) => !member.skills.includes(skill))) found.push('skills')
  if (request.offer?.agentId === member.id) found.push('asked')
  return found
}

export interface Choice {
  member: FloorMember
  obstacles: Obstacle[]
}

/** Whom a request can be given to by hand, agents of its department: who has the least in the way first, then who has most seats free. */
export function choicesFor({ members, department }: Pick<FloorNow, 'members' | 'department'>, request: Pick<FloorWaiting, 'skills' | 'offer'>): Choice[] {
  const free = ({ active, max }: FloorMember) => max - active
  return members
    .filter((member) => member.department === department)
    .map((member) => ({ member, obstacles: obstaclesOf(member, request) }))
    .sort(
      (a, b) =>
        a.obstacles.length - b.obstacles.length ||
        free(b.member) - free(a.member) ||
        a.member.id.localeCompare(b.member.id),
    )
}

export function figuresOf(group: FloorGroup, window: ServiceWindow): ServiceFigures | undefined {
  return group.figures.find((one) => one.window === window)?.figures
}

/** The floor with one person's new state; seats that become free or not are counted by the server. */
export function withPresence(floor: Floor, { agentId, state, onShift, light }: FrameOf<'PRESENCE'>): Floor {
  const groups = floor.groups.map((group) => {
    if (!memberOf(group.now, agentId)) return group
    const members = group.now.members.map((one) => (one.id === agentId ? { ...one, state, onShift, light } : one))
    return { ...group, now: { ...group.now, members } }
  })
  return { ...floor, groups }
}

/** Live; only asked for now and then, because nothing is told; or what was true some time ago. */
export type Freshness = 'live' | 'polled' | 'stale'
export const STALE_MS = 25_000

export function freshnessOf(asOf: string, now: number, connected: boolean): Freshness {
  if (now - Date.parse(asOf) > STALE_MS) return 'stale'
  return connected ? 'live' : 'polled'
}
