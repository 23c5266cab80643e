import type { Leave } from '@/shared/api'

export type StepName = 'ASKED' | 'RULES' | 'DECISION' | 'CONFIRMATION' | 'WITHDRAWN' | 'EXPIRED' | 'AWAY' | 'BACK'
export type StepState = 'DONE' | 'NOW' | 'NEXT' | 'FAILED'
export interface LeaveStep {
  name: StepName
  state: StepState
  by?: string | null
  at?: string | null
}

const OVER = ['Taken', 'ReturnedEarly']

/** The way of a request so far and to come: asked, decided by one or two, away, back. What ends before goes no further. */
export function stepsOf(leave: Leave): LeaveStep[] {
  const asked: LeaveStep = { name: 'ASKED', state: 'DONE', by: leave.agentName, at: leave.createdAt }
  if (leave.outcome === 'RefusedByRule') return [asked, { name: 'RULES', state: 'FAILED' }]
  const endorsed: LeaveStep = { name: 'DECISION', state: 'DONE', by: leave.endorsedByName, at: leave.endorsedAt }
  const steps = leave.endorsedBy ? [asked, endorsed] : [asked]
  const settled = { by: leave.decidedByName, at: leave.decidedAt }
  if (leave.state === 'CANCELLED') {
    return [...steps, { name: leave.outcome === 'Expired' ? 'EXPIRED' : 'WITHDRAWN', state: 'FAILED', ...settled }]
  }
  const decision = leave.endorsedBy ? 'CONFIRMATION' : 'DECISION'
  if (leave.state === 'REJECTED') return [...steps, { name: decision, state: 'FAILED', ...settled }]
  if (leave.state === 'PENDING') return [...steps, { name: decision, state: 'NOW' }, ...absenceOf(leave)]
  return [...steps, { name: decision, state: 'DONE', ...settled }, ...absenceOf(leave)]
}

function absenceOf(leave: Leave): LeaveStep[] {
  const over = OVER.includes(leave.outcome ?? '')
  return [
    { name: 'AWAY', state: over ? 'DONE' : leave.begun ? 'NOW' : 'NEXT' },
    { name: 'BACK', state: over ? 'DONE' : 'NEXT' },
  ]
}
