import type { DayPart, Named } from './types'

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
  nextCursor: string | null
}
