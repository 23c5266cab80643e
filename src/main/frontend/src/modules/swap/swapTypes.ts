import type { Finding, Items, Named } from '@/shared/api'

/** The shapes of `/swaps`, as the contract of the server names them. */

export interface SwapShift {
  assignmentId: string
  date: string
  shiftType: Named & { color: string }
  start: string
  end: string
}
/** `step` is the item it speaks of, from 1; `null` when it speaks of the whole chain. */
export interface SwapFinding extends Finding {
  step: number | null
}
export type Confirmation = 'OPEN' | 'AGREED' | 'DECLINED'
export interface SwapItem {
  step: number
  agent: Named
  department: string
  gives: SwapShift
  /** Nothing as long as the chain is not closed. */
  takes: SwapShift | null
  confirmation: Confirmation
  answeredAt: string | null
  answer: string | null
}
export interface SwapApproval {
  department: string
  state: 'OPEN' | 'APPROVED' | 'REJECTED'
  by: Named | null
  at: string | null
  comment: string | null
}
export const SWAP_STATES = [
  'CONFIRMING',
  'APPROVING',
  'EXECUTED',
  'DECLINED',
  'REJECTED',
  'REFUSED',
  'EXPIRED',
  'WITHDRAWN',
  'FAILED',
] as const
export type SwapState = (typeof SWAP_STATES)[number]
export interface Swap {
  id: string
  number: string
  state: SwapState
  proposer: Named
  comment: string | null
  createdAt: string
  confirmUntil: string | null
  /** Until when the departments decide. */
  settleUntil: string | null
  items: SwapItem[]
  approvals: SwapApproval[]
  findings: SwapFinding[]
  cause: string | null
  decidedAt: string | null
  version: number
}
export type SwapPage = Items<Swap>

export interface SwapRequestItem {
  agentId: string
  gives: string
  takes: string | null
}
export interface SwapWeek {
  monday: string
  minutesBefore: number
  minutesAfter: number
  contractMinutes: number
}
export interface SwapPerson {
  agent: Named
  before: SwapShift[]
  after: SwapShift[]
  weeks: SwapWeek[]
}
export interface CoverageChange {
  department: string
  from: string
  to: string
  before: number
  after: number
  minimum: number
}
export interface SwapCheck {
  feasible: boolean
  closed: boolean
  findings: SwapFinding[]
  items: SwapItem[]
  people: SwapPerson[]
  coverage: CoverageChange[]
}

export interface CandidateShift extends SwapShift {
  /** The number of an open swap that holds it. */
  heldBy: string | null
  findings: SwapFinding[]
  takeable: boolean
  /** Its owner could take the shift that is given away in return. */
  direct: boolean
}
export interface SwapCandidate {
  agent: Named
  department: string
  shifts: CandidateShift[]
}
export interface Suggestion {
  items: SwapItem[]
  people: number
  points: number
  parts: { name: string; points: number }[]
  findings: SwapFinding[]
}
export interface Suggestions {
  items: Suggestion[]
  /** How many wishes were looked at. */
  searched: number
}

export interface SwapWish {
  id: string
  agent: Named
  department: string
  gives: SwapShift
  /** Any when empty. */
  shiftTypes: (Named & { color: string })[]
  from: string
  to: string
  comment: string | null
  createdAt: string
}
export interface SwapWishRequest {
  gives: string
  shiftTypeIds: string[]
  from: string
  to: string
  comment?: string
}
