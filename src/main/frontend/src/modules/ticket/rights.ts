import type { Me } from '@/shared/api'
import type { Ticket, TicketState } from './ticketTypes'

type Person = Pick<Me, 'id' | 'roles' | 'department'>

const ofDepartment = (ticket: Ticket, me: Person) => me.department?.id === ticket.department

/** Agents and managers of its department, and administrators. */
export function worksOn(ticket: Ticket, me: Person): boolean {
  return me.roles.includes('admin') || (ofDepartment(ticket, me) && (me.roles.includes('customer_service') || me.roles.includes('manager')))
}

/** Agents of its department go on with the conversation, unless somebody else does or it is over. */
export function takesUp(ticket: Ticket, me: Person): boolean {
  const free = !ticket.assignee || ticket.assignee.id === me.id
  return me.roles.includes('customer_service') && ofDepartment(ticket, me) && free && ticket.state !== 'CLOSED'
}

/** Its manager and administrators give it to other departments. */
export function movesAway(ticket: Ticket, me: Person): boolean {
  return me.roles.includes('admin') || (me.roles.includes('manager') && ofDepartment(ticket, me))
}

/** Whoever may read its trail: the server tells it to those who lead, audit or have it. */
export function readsTrail(ticket: Ticket, me: Person): boolean {
  return me.roles.includes('auditor') || movesAway(ticket, me) || ticket.assignee?.id === me.id
}

/** What was said is for those who work on it. */
export const readsConversation = worksOn

/** Where it may be moved by a click; to nobody it goes by its assignee. */
const NEXT: Record<TicketState, TicketState[]> = {
  NEW: ['CLOSED'],
  OPEN: ['PENDING', 'SOLVED', 'CLOSED'],
  PENDING: ['OPEN', 'SOLVED', 'CLOSED'],
  SOLVED: ['OPEN', 'CLOSED'],
  CLOSED: [],
}
export const nextStates = (state: TicketState): TicketState[] => NEXT[state]

/** Whether somebody can be given it, and its priority changed. */
export const isActive = (state: TicketState): boolean => state === 'NEW' || state === 'OPEN' || state === 'PENDING'
