import type { Cover, Leave, Me } from '@/shared/api'
import { startOfDay } from '@/shared/i18n/time'
import { canAnswer as canAnswerCover } from '@/modules/leave/covers'
import { canAnswer, decidable, isOpen } from '@/modules/swap/rights'
import type { Swap } from '@/modules/swap/swapTypes'
import type { Ticket } from '@/modules/ticket/ticketTypes'

export const KINDS = ['leave', 'swap', 'cover', 'ticket'] as const
export type Kind = (typeof KINDS)[number]

/** Whether this person has to do something, somebody else has or it goes its way, or it is over. */
export type Phase = 'MINE' | 'OPEN' | 'DONE'

/** What comes next, as the key of a text below `requests.next`, and who or when it speaks of. */
export interface Next {
  key: 'manager' | 'admin' | 'extension' | 'begins' | 'away' | 'confirm' | 'confirming' | 'decide' | 'approving' | 'answer' | 'cover' | 'ticket' | 'customer' | 'over'
  names?: string[]
  /** A department, by id. */
  departments?: string[]
  date?: string
}
interface Common {
  key: string
  to: string
  phase: Phase
  next: Next
  /** Until when it has to be done, or it ends by itself. */
  deadline: string | null
  /** When it last moved, as far as is known; what is over is ordered by this. */
  at: string
}
export type Request = Common &
  ({ kind: 'leave'; leave: Leave } | { kind: 'swap'; swap: Swap } | { kind: 'cover'; cover: Cover } | { kind: 'ticket'; ticket: Ticket })

type Who = Pick<Me, 'id' | 'roles' | 'department'>

const OVER = ['Taken', 'ReturnedEarly']
const HALF_DAY_MS = 43_200_000

/** A request that nobody decided before it begins is over then. */
function beginOf(leave: Leave, zone: string): string {
  const morning = startOfDay(leave.startDate, zone)
  return leave.startPeriod === 'MORNING' ? morning : new Date(Date.parse(morning) + HALF_DAY_MS).toISOString()
}

function ofLeave(leave: Leave, zone: string): [Phase, Next, string | null] {
  if (leave.state === 'PENDING') return ['OPEN', { key: leave.endorsedBy ? 'admin' : 'manager' }, beginOf(leave, zone)]
  if (leave.state !== 'APPROVED' || OVER.includes(leave.outcome ?? '')) return ['DONE', { key: 'over' }, null]
  if (leave.extension) return ['OPEN', { key: 'extension' }, null]
  return ['OPEN', leave.begun ? { key: 'away', date: leave.endDate } : { key: 'begins', date: leave.startDate }, null]
}

function ofSwap(swap: Swap, who: Who): [Phase, Next, string | null] {
  if (!isOpen(swap)) return ['DONE', { key: 'over' }, null]
  if (swap.state === 'CONFIRMING') {
    if (canAnswer(swap, who)) return ['MINE', { key: 'confirm' }, swap.confirmUntil]
    const open = swap.items.filter(({ agent, confirmation }) => confirmation === 'OPEN' && agent.id !== swap.proposer.id)
    return ['OPEN', { key: 'confirming', names: open.map(({ agent }) => agent.name) }, swap.confirmUntil]
  }
  const mine = decidable(swap, who)
  if (mine.length) return ['MINE', { key: 'decide', departments: mine }, swap.settleUntil]
  const open = swap.approvals.filter(({ state }) => state === 'OPEN').map(({ department }) => department)
  return ['OPEN', { key: 'approving', departments: open }, swap.settleUntil]
}

function ofCover(cover: Cover, who: Who, now: number): [Phase, Next, string | null] {
  if (canAnswerCover(cover, who.id, now)) return ['MINE', { key: 'answer' }, cover.offerUntil]
  if (cover.state === 'COVERED' && Date.parse(cover.end) > now) return ['OPEN', { key: 'cover', date: cover.date }, null]
  return ['DONE', { key: 'over' }, null]
}

function ofTicket(ticket: Ticket): [Phase, Next, string | null] {
  if (ticket.state === 'OPEN') return ['MINE', { key: 'ticket' }, ticket.dueAt]
  return ticket.state === 'PENDING' ? ['OPEN', { key: 'customer' }, null] : ['DONE', { key: 'over' }, null]
}

export interface Parts {
  leave: readonly Leave[]
  swap: readonly Swap[]
  cover: readonly Cover[]
  ticket: readonly Ticket[]
}

/** All of it in one list: what waits for this person first, by deadline; then what goes on; then what is over, the newest first. */
export function requestsOf(parts: Parts, who: Who, zone: string, now: number): Request[] {
  const as = (key: string, to: string, at: string, [phase, next, deadline]: [Phase, Next, string | null]): Common => ({ key, to, at, phase, next, deadline })
  const all: Request[] = [
    ...parts.leave.map((leave) => ({ kind: 'leave' as const, leave, ...as(`leave-${leave.id}`, `/leave/${leave.id}`, leave.decidedAt ?? leave.createdAt, ofLeave(leave, zone)) })),
    ...parts.swap.map((swap) => ({ kind: 'swap' as const, swap, ...as(`swap-${swap.id}`, `/swaps/${swap.id}`, swap.decidedAt ?? swap.createdAt, ofSwap(swap, who)) })),
    ...parts.cover
      .filter((cover) => cover.offeredTo?.id === who.id)
      .map((cover) => ({ kind: 'cover' as const, cover, ...as(`cover-${cover.id}`, '/leave/covers', cover.start, ofCover(cover, who, now)) })),
    ...parts.ticket.map((ticket) => ({ kind: 'ticket' as const, ticket, ...as(`ticket-${ticket.id}`, `/tickets/${ticket.id}`, ticket.stateSince, ofTicket(ticket)) })),
  ]
  return all.sort(byUrgency)
}

const PHASES: Phase[] = ['MINE', 'OPEN', 'DONE']

function byUrgency(a: Request, b: Request): number {
  if (a.phase !== b.phase) return PHASES.indexOf(a.phase) - PHASES.indexOf(b.phase)
  if (a.phase === 'DONE') return b.at.localeCompare(a.at)
  return (a.deadline ?? '9').localeCompare(b.deadline ?? '9') || b.at.localeCompare(a.at)
}
