import type { Items, Named } from '@/shared/api'
import type { Priority } from '@/shared/socket'

/** The shapes of `/tickets`, as the contract of the server names them. */

export const TICKET_STATES = ['NEW', 'OPEN', 'PENDING', 'SOLVED', 'CLOSED'] as const
export type TicketState = (typeof TICKET_STATES)[number]
export const PRIORITIES: Priority[] = ['URGENT', 'HIGH', 'NORMAL', 'LOW']

export interface TicketContact {
  name?: string
  email?: string
  phone?: string
}
export interface TicketNote {
  id: string
  author: Named
  at: string
  text: string
}
export interface Ticket {
  id: string
  number: string
  conversationId: string
  subject: string
  customer: string
  reason: string
  state: TicketState
  department: string
  priority: Priority
  assignee?: Named | null
  createdAt: string
  stateSince: string
  waitingSince: string
  dueAt: string
  overdue: boolean
  contact?: TicketContact | null
  /** Only of a ticket that is asked for alone. */
  notes?: TicketNote[]
  version: number
}
export type TicketPage = Items<Ticket>
export interface TicketCounts {
  states: Partial<Record<TicketState, number>>
  mine: number
  overdue: number
}

/** The longest note, in characters. */
export const MOST_NOTE = 10_000
