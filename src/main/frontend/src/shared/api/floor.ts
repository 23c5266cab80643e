import type { Light, PresenceState, Priority, ScorePart } from '../socket/frames'

export interface Score {
  total: number
  parts: ScorePart[]
}
/** The agent who is being asked, until when, and why this one. */
export interface FloorOffer {
  agentId: string
  offeredAt: string
  expiresAt: string
  score: Score
}
export interface FloorWaiting {
  id: string
  conversationId: string
  customerName: string
  reason: string
  state: 'PENDING' | 'ASSIGNED'
  position: number
  since: string
  priority: Priority
  skills: string[]
  front: boolean
  misses: number
  offer: FloorOffer | null
}
export interface FloorServed {
  id: string
  conversationId: string
  customerName: string
  reason: string
  state: 'ACCEPTED' | 'IN_PROGRESS' | 'PAUSED' | 'TRANSFERRED'
  priority: Priority
  agentId: string
  since: string
  customerLost: boolean
  transferTo: string | null
}
export interface FloorMember {
  id: string
  name: string
  /** May be another one; empty for a manager who stepped in and is no agent. */
  department: string
  state: PresenceState
  onShift: boolean
  light: Light
  active: number
  max: number
  skills: string[]
  senior: boolean
  autoAccept: boolean
}
/** A department at one moment; `queue` may leave out the last of those who wait. */
export interface FloorNow {
  department: string
  waiting: number
  waitingSince: string | null
  freeSeats: number
  queue: FloorWaiting[]
  served: FloorServed[]
  members: FloorMember[]
}
/** What became of the requests made in a span of time; `requests` is `answered` + `abandoned` + `ticketed` + `waiting`. */
export interface ServiceFigures {
  requests: number
  waiting: number
  overdue: number
  answered: number
  answeredInTime: number
  abandoned: number
  abandonedAtOnce: number
  ticketed: number
  serviceLevel: number | null
  meanWaitSeconds: number | null
  p50WaitSeconds: number | null
  p95WaitSeconds: number | null
  longestWaitSeconds: number
}
export type ServiceWindow = 'QUARTER' | 'HOUR' | 'DAY'
export interface ServiceReport {
  window: ServiceWindow
  from: string
  asOf: string
  figures: ServiceFigures
  /** Oldest first; the last one is still running. */
  slices: { from: string; figures: ServiceFigures }[]
}
export interface FloorGroup {
  now: FloorNow
  figures: { window: ServiceWindow; figures: ServiceFigures }[]
}
export interface Floor {
  asOf: string
  answerWithinSeconds: number
  goalPercent: number
  groups: FloorGroup[]
  reports: ServiceReport[]
}
