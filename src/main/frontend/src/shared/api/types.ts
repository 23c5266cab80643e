import type { Light, Message, PresenceState, Priority, ScorePart, SenderType } from '../socket/frames'

export type Role = 'customer_service' | 'manager' | 'admin' | 'designer' | 'auditor'

export interface Items<T> {
  items: T[]
  next?: string | null
}
export interface Named {
  id: string
  name: string
}
export interface Me extends Named {
  tenant: Named & { zone: string }
  department: Named | null
  roles: Role[]
  webapps: string[]
}
export interface Person extends Named {
  department: string | null
  roles?: Role[]
  enabled?: boolean
}

export interface ShiftType extends Named {
  code: string
  color: string
  start: string
  end: string
  breaks?: Span[]
  skills?: string[]
  retired?: boolean
}
/** From and to: instants, or times of the wall clock. */
export interface Span {
  start: string
  end: string
}
export interface StaffingRow {
  department: string
  /** Monday to Sunday. */
  people: number[]
}
export interface ShiftTypeVersion {
  number: number
  validFrom: string
  nameZh: string
  nameEn: string
  color: string
  start: string
  end: string
  breaks: Span[]
  skills: string[]
  staffing: StaffingRow[]
  author: string
  writtenAt: string
}
export interface ShiftTypeDetails {
  id: string
  code: string
  version: number
  retired: boolean
  inForce: number
  versions: ShiftTypeVersion[]
}
export type ShiftTypeRequest = Omit<ShiftTypeVersion, 'number' | 'author' | 'writtenAt'> & { code: string }
export interface CoverageDay {
  date: string
  /** The instant of its first half hour. */
  start: string
  people: number[]
  minimum: number[]
}
export interface CoverageReport {
  zone: string
  departments: { department: string; days: CoverageDay[] }[]
}
export interface AssignmentStep {
  what: 'PLANNED' | 'CHANGED' | 'SWAPPED' | 'ON_LEAVE'
  at: string
  author: string | null
  authorName: string | null
  agentId: string
  start: string
  end: string
}
export interface Assignment {
  id: string
  agentId: string
  date: string
  shiftTypeId: string | null
  start: string
  end: string
  status: 'ACTIVE' | 'LEAVE'
  leaveId?: string | null
  /** The number of the open request that holds it. */
  heldBy?: string | null
  breaks?: Span[]
}
export interface RotaPlan {
  from: string
  to: string
  zone: string
  people: Person[]
  shiftTypes: ShiftType[]
  assignments: Assignment[]
}
export interface PlannedSlot {
  agentId: string
  date: string
  shiftTypeId: string
}
/** What is to be planned: everybody on every date alike, or slot by slot. */
export type BatchPlan = { agentIds: string[]; dates: string[]; shiftTypeId: string } | { slots: PlannedSlot[] }
export type BatchMode = 'ALL_OR_NOTHING' | 'SKIP_CONFLICTS'
export interface SlotConflict {
  agentId: string
  date: string
  code: string
  message: string
  severity: 'BLOCKS' | 'WARNS'
}
export interface BatchAnswer {
  created: Assignment[]
  conflicts: SlotConflict[]
  dryRun: boolean
}
export type DayKind = 'WORKDAY' | 'ADJUSTED_WORKDAY' | 'REST_DAY' | 'DAY_OFF' | 'STATUTORY_HOLIDAY'
export type WeekDay = 'MONDAY' | 'TUESDAY' | 'WEDNESDAY' | 'THURSDAY' | 'FRIDAY' | 'SATURDAY' | 'SUNDAY'
export interface SpecialDay {
  date: string
  kind: DayKind
  name: string
  zh: string
  en: string
}
/** `days` are those that depart from the week; of a year that is not announced nobody knows the holidays yet. */
export interface CalendarYear {
  year: number
  announced: boolean
  version: number
  restDays: WeekDay[]
  days: SpecialDay[]
}
export interface NoticeSide {
  kind: DayKind
  name: string
}
export interface NoticeChange {
  date: string
  before: NoticeSide | null
  after: NoticeSide | null
  changed: boolean
  doubt: 'UNKNOWN_NAME' | 'OTHER_NAME' | 'WORKED_ANYWAY' | null
}
export interface NoticeReport {
  year: number
  dryRun: boolean
  statutory: number
  missing: string[]
  days: NoticeChange[]
}
export interface FeedState {
  active: boolean
  createdAt: string | null
  readAt: string | null
}
export interface RotaImport extends BatchAnswer {
  slots: PlannedSlot[]
  unchanged: number
  /** What a replaced plan has no longer, or would have no longer. */
  removed: Assignment[]
}
export interface LivePerson extends Named {
  department: string | null
  light: Light
  state: PresenceState
  onShift: boolean
  shifts: { start: string; end: string; shiftTypeId: string; status: string }[]
}
export interface RotaLive {
  date: string
  people: LivePerson[]
}

export interface TrailEntry {
  at: string
  actor: string
  actorName: string | null
  role: string | null
  what: string
  before: string | null
  after: string | null
  comment: string | null
}

export interface Notice {
  noticeId: string
  kind: string
  title: string
  link: string | null
  at: string
  read: boolean
}

export type ConversationState = 'OPEN' | 'WITH_AGENT' | 'CLOSED'
export interface Conversation {
  id: string
  number: string
  subject: string | null
  category: string | null
  state: ConversationState
  customer: Named & { attributes: Record<string, string> | null; page: string | null }
  agent: Named | null
  department: string | null
  handoffId: string | null
  lastSeq: number
  readSeq: number
  unread: number
  /** How far the customer has read. */
  customerReadSeq: number
  /** Since when the customer waits for an answer. */
  waitingSince: string | null
  lastMessage: { senderType: SenderType; body: string; contentType: string; sentAt: string } | null
  openedAt: string
  closedAt: string | null
  closeReason: string | null
  rating: number | null
  /** The version of subject and category, for who changes them. */
  topicVersion?: number
  tags?: string[]
  closeNote?: string | null
}
export type { Message }

export interface Handoff {
  id: string
  conversationId: string
  customerName: string
  department: string | null
  state: string
  reason: string
  priority: Priority
  skills: string[]
  position: number | null
  estimatedWaitSeconds: number | null
  agentId: string | null
  /** Who is asked to take over, and until when. */
  transferTo: string | null
  transferUntil: string | null
  score: { total: number; parts: ScorePart[]; strategy?: string | null } | null
  misses: number
  createdAt: string
  acceptedAt: string | null
  completedAt: string | null
  ticketId: string | null
}
export interface Queue extends Items<Handoff> {
  waiting: number
  longestWaitSeconds: number
  freeSeats: number
}
export interface Seats {
  active: number
  max: number
  autoAccept: boolean
}
