import type { HalfDay, Leave, Me } from '@/shared/api'
import { compareHalves, halfAfter, laterHalf } from './halves'

const MANAGERS = ['manager', 'admin']
export type Who = Pick<Me, 'id' | 'roles'>

export const endOf = (leave: Pick<Leave, 'endDate' | 'endPeriod'>): HalfDay => ({ date: leave.endDate, period: leave.endPeriod })
const startOf = (leave: Leave): HalfDay => ({ date: leave.startDate, period: leave.startPeriod })

const manages = (who: Who) => MANAGERS.some((role) => who.roles.includes(role as Me['roles'][number]))

/** Whose balance somebody looks after: administrators also that of managers, nobody the own. */
export function leads(who: Who, person: { id: string; roles?: Me['roles'] }): boolean {
  const roles = person.roles ?? []
  if (person.id === who.id || !roles.some((role) => ['customer_service', ...MANAGERS].includes(role))) return false
  return who.roles.includes('admin') || (who.roles.includes('manager') && !roles.some((role) => MANAGERS.includes(role)))
}

/** Nobody decides an own request; what a manager endorsed waits for an administrator. */
export function canDecide(leave: Leave, who: Who): boolean {
  if (leave.state !== 'PENDING' || leave.agentId === who.id) return false
  return leave.endorsedBy ? who.roles.includes('admin') : manages(who)
}

export function canDecideExtension(leave: Leave, who: Who): boolean {
  return leave.extension !== null && leave.agentId !== who.id && manages(who)
}

/** The half days from which on somebody may be back at work, or `null` when there is none. */
export function returnHalves(leave: Leave, now: HalfDay): { first: HalfDay; last: HalfDay } | null {
  const first = laterHalf(startOf(leave), now)
  const last = endOf(leave)
  return compareHalves(first, last) > 0 ? null : { first, last }
}

/** The half that is proposed: the one after that which runs, since most ask before they are back. */
export function usualReturn({ first, last }: { first: HalfDay; last: HalfDay }): HalfDay {
  const next = halfAfter(first)
  return compareHalves(next, last) > 0 ? last : next
}

const isOpen = (leave: Leave, who: Who, now: HalfDay) =>
  leave.process === 'period-leave' &&
  leave.agentId === who.id &&
  leave.state === 'APPROVED' &&
  (leave.outcome === null || leave.outcome === 'Approved') &&
  returnHalves(leave, now) !== null

export function canReturn(leave: Leave, who: Who, now: HalfDay): boolean {
  return leave.begun && isOpen(leave, who, now)
}

/** One extension at a time. */
export function canExtend(leave: Leave, who: Who, now: HalfDay): boolean {
  return leave.extension === null && leave.begun && isOpen(leave, who, now)
}
