import type { Role } from '@/shared/api'
import type { TicketCounts, TicketState } from './ticketTypes'

export const VIEWS = ['new', 'mine', 'open', 'pending', 'solved', 'closed'] as const
export type TicketView = (typeof VIEWS)[number]

/** What each view asks for. */
const ASKED: Record<TicketView, { states: TicketState[]; mine?: true }> = {
  new: { states: ['NEW'] },
  mine: { states: ['OPEN', 'PENDING'], mine: true },
  open: { states: ['OPEN'] },
  pending: { states: ['PENDING'] },
  solved: { states: ['SOLVED'] },
  closed: { states: ['CLOSED'] },
}

/** Whoever only reads has none of their own. */
export function viewsOf(roles: readonly Role[]): TicketView[] {
  const works = roles.includes('customer_service') || roles.includes('manager')
  return VIEWS.filter((view) => view !== 'mine' || works)
}

/** The view that an address asks for, or the first one when it is not this person's. */
export function viewFrom(asked: unknown, roles: readonly Role[]): TicketView {
  const views = viewsOf(roles)
  return views.find((view) => view === asked) ?? views[0]!
}

export function askedBy(view: TicketView) {
  const { states, mine } = ASKED[view]
  return { state: states.join(','), mine }
}

/** What is to be done comes by when it is due, what is done by when it came. */
export const usualOrder = (view: TicketView) => (view === 'solved' || view === 'closed' ? 'NEWEST' : 'DUE')

/** How many a view shows; closed ones are not counted. */
export function countOf(view: TicketView, counts: TicketCounts | undefined): number {
  if (!counts || view === 'closed') return 0
  return view === 'mine' ? counts.mine : (counts.states[ASKED[view].states[0]!] ?? 0)
}
