import type { Named } from './types'

export type LeaveType = 'PERSONAL' | 'SICK' | 'ANNUAL' | 'COMPENSATORY' | 'OTHER'
export type DayPart = 'MORNING' | 'AFTERNOON'
export type LeaveState = 'PENDING' | 'APPROVED' | 'REJECTED' | 'CANCELLED'
export interface Finding {
  code: string
  severity: 'BLOCKS' | 'WARNS'
  rule?: string
  message: string
}
export interface Attachment extends Named {
  type: string
  size: number
}
export interface Leave {
  id: string
  number: string
  agentId: string
  agentName: string
  department: string | null
  type: LeaveType
  startDate: string
  startPeriod: DayPart
  endDate: string
  endPeriod: DayPart
  process: 'leave' | 'period-leave'
  /** By the calendar. */
  days: number
  /** Working days only: what the balance pays. */
  cost: number
  reason: string
  state: LeaveState
  outcome: string | null
  findings: Finding[]
  attachments: Attachment[]
  /** The first of two who have to approve; it waits for an administrator then. */
  endorsedBy: string | null
  endorsedByName: string | null
  endorsedAt: string | null
  /** Asked for and not decided yet. */
  extension: Pick<LeaveRequest, 'endDate' | 'endPeriod' | 'reason'> | null
  decidedBy: string | null
  decidedByName: string | null
  decidedAt: string | null
  comment: string | null
  createdAt: string
  begun: boolean
  version: number
}
export interface LeaveRequest {
  type: LeaveType
  startDate: string
  startPeriod: DayPart
  endDate: string
  endPeriod: DayPart
  reason: string
  attachments: string[]
}
export interface LeaveCheck {
  allowed: boolean
  findings: Finding[]
  shifts: { date: string; start: string; end: string; shiftType: string }[]
  days: number
  cost: number
  segments: LeaveSegment[]
  /** Whether the holidays of all years touched are known. */
  announced: boolean
  balance: { type: LeaveType; remaining: number; unit: string } | null
  /** What it takes of each year; one unless the leave lies over New Year. */
  shares: { year: number; cost: number; remaining: number }[]
}
export type CountedType = 'ANNUAL' | 'COMPENSATORY'
export interface Balance {
  type: CountedType
  entitled: number
  carried: number
  earned: number
  expired: number
  used: number
  reserved: number
  remaining: number
  remainingHours: number
  expiring: { on: string; days: number }[]
}
export type BookingKind =
  | 'GRANT'
  | 'CARRY_IN'
  | 'CARRY_OUT'
  | 'EARN'
  | 'REVERSE'
  | 'EXPIRE'
  | 'RESERVE'
  | 'RELEASE'
  | 'DEBIT'
  | 'CREDIT'
export interface BalanceEntry {
  id: string
  type: CountedType
  year: number
  kind: BookingKind
  change: number
  cause: string
  leaveId: string | null
  day: string | null
  hours: number | null
  note: string | null
  expiresOn: string | null
  reversed: boolean
  bookedBy: string
  bookedByName: string
  at: string
}
/** Since when somebody works. */
export interface Employment {
  worksSince: string | null
  employedSince: string | null
}
/** What that brings this year. */
export interface Entitlement extends Employment {
  year: number
  entitled: number
}
export interface Overtime {
  day: string
  hours: number
  reason: string
}

export interface HalfDay {
  date: string
  period: DayPart
}
/** What one day of a leave is to the tenant, and whether it costs anything. */
export interface LeaveSegment {
  date: string
  kind: 'WORKDAY' | 'ADJUSTED_WORKDAY' | 'REST_DAY' | 'DAY_OFF' | 'STATUTORY_HOLIDAY'
  /** Of a holiday, else empty. */
  name: string
  halves: DayPart[]
  counts: boolean
}

export type CoverState = 'OPEN' | 'OFFERED' | 'COVERED' | 'LEFT_OPEN' | 'RELEASED'
export interface CoverCandidate extends Named {
  points: number
  parts: { part: string; points: number }[]
  warnings: string[]
}
/** A shift that a leave left short of people, and who works it instead. */
export interface Cover {
  id: string
  leaveId: string
  leaveNumber: string
  absentName: string
  department: string
  date: string
  shiftType: string
  color: string
  start: string
  end: string
  state: CoverState
  offeredTo: Named | null
  offerUntil: string | null
  candidates: CoverCandidate[]
  comment: string | null
}
export interface CoverPage {
  items: Cover[]
  next: string | null
}
