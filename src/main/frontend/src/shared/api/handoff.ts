import type { Message, PresenceState } from '../socket/frames'
import type { ConversationState, Items, Named } from './types'

/** Why an agent cannot be given a conversation now. */
export type Obstacle = 'SENDER' | 'ON_LEAVE' | 'OFF_SHIFT' | 'OFFLINE' | 'FULL'
export interface TransferAgent extends Named {
  department: string
  state: PresenceState
  onShift: boolean
  active: number
  max: number
  skills: string[]
  eligible: boolean
  obstacle: Obstacle | null
}
export interface TransferDepartment extends Named {
  open: boolean
  waiting: number
  onDuty: number
  freeSeats: number
  skills: string[]
}
export interface TransferTargets extends Items<TransferAgent> {
  departments: TransferDepartment[]
}
/** Either an agent or a department. */
export interface TransferWish {
  agent?: string
  department?: string
  skills?: string[]
  note?: string
  queue?: boolean
}

/** One thing that happened to a handoff. */
export interface HandoffStep {
  id: string
  at: string
  what: string
  actor: Named
  before: string | null
  after: string
  /** Who had it, or was asked. */
  agentBefore: Named | null
  /** Who has it now, or is asked. */
  agent: Named | null
  /** Who is, or was, asked to take over. */
  target: Named | null
  department: string
  comment: string | null
}
/** What the next agent has to know; the customer reads nothing of it. */
export interface HandoffContext {
  handoffId: string
  state: string
  conversationId: string
  number: string
  subject: string | null
  category: string | null
  reason: string
  customer: Named & { attributes: Record<string, string>; page: string | null }
  earlierConversations: number
  agent: Named | null
  transferTo: Named | null
  messages: Message[]
  steps: HandoffStep[]
}

/** The newest of something; the total may be of more departments than one sees. */
export interface Some<T> {
  total: number
  items: T[]
}
export interface CustomerTalk {
  id: string
  number: string
  subject: string | null
  state: ConversationState
  agent: Named | null
  department: string | null
  openedAt: string
  closedAt: string | null
  rating: number | null
}
export interface CustomerRequest {
  id: string
  conversationId: string
  reason: string
  state: string
  department: string
  agent: Named | null
  requestedAt: string
  waitedSeconds: number | null
  endReason: string | null
  ticketNumber: string | null
}
export interface CustomerTicket {
  id: string
  number: string
  subject: string
  state: string
  department: string
  createdAt: string
}
export interface CustomerRecord extends Named {
  externalId: string | null
  attributes: Record<string, string>
  page: string | null
  conversations: Some<CustomerTalk>
  handoffs: Some<CustomerRequest>
  tickets: Some<CustomerTicket>
  refusals: { total: number; lastAt: string } | null
  blocked: boolean
  /** The following only for who may block. */
  address: string | null
  block: { id: string; reason: string; blockedBy: Named; blockedAt: string; until: string | null } | null
}
export interface Block {
  id: string
  kind: 'CUSTOMER' | 'ADDRESS'
  subject: string
  subjectName: string
  reason: string
  blockedBy: string
  blockedByName: string
  blockedAt: string
  until: string | null
  holds: boolean
}
