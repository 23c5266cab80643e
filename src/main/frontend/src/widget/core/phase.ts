import type { Conversation, Handoff, HandoffAnswer } from './api'

/** Where the customer stands. */
export type Phase =
  | { name: 'idle' }
  | { name: 'open'; left?: string }
  | { name: 'requesting' }
  | { name: 'queued'; handoffId: string; position: number | null; waitSeconds: number | null }
  | { name: 'agent'; handoffId: string | null; agent: string | null; paused: boolean }
  | { name: 'ticket'; handoffId: string | null; ticketId: string | null; number: string | null; reachable: boolean }
  | { name: 'ended'; rating: number | null }

/** The question is kept, to be answered later. */
export type TicketPhase = Extract<Phase, { name: 'ticket' }>

/** What may happen. `answered` is the REST answer, which may come after the socket already told more. */
export type Happening =
  | { type: 'begun' }
  | { type: 'requested' }
  | { type: 'refused' }
  | { type: 'answered'; answer: HandoffAnswer }
  | { type: 'queued'; handoffId: string; position: number; waitSeconds: number | null }
  | { type: 'accepted'; handoffId: string; agent: string | null }
  | { type: 'paused' | 'resumed'; handoffId: string }
  | { type: 'completed'; handoffId: string; ticketId?: string | null; ticketNumber?: string | null }
  | { type: 'reachable'; number: string }
  | { type: 'cancelled'; handoffId: string }
  | { type: 'closed' }
  | { type: 'rated'; score: number }
  | { type: 'restarted' }

/** The next phase; what does not fit the present one changes nothing. */
export function next(phase: Phase, happening: Happening): Phase {
  switch (happening.type) {
    case 'begun':
      return phase.name === 'idle' ? { name: 'open' } : phase
    case 'requested':
      return phase.name === 'open' || phase.name === 'ticket' ? { name: 'requesting' } : phase
    case 'refused':
      return phase.name === 'requesting' ? { name: 'open' } : phase
    case 'answered':
      if (phase.name === 'ticket') return { ...phase, number: phase.number ?? happening.answer.ticketNumber ?? null }
      return phase.name === 'requesting' ? answered(happening.answer) : phase
    case 'queued':
      return queued(phase, happening)
    case 'accepted':
      if (phase.name === 'ended') return phase
      return { name: 'agent', handoffId: happening.handoffId, agent: happening.agent, paused: false }
    case 'paused':
    case 'resumed':
      return phase.name === 'agent' ? { ...phase, paused: happening.type === 'paused' } : phase
    case 'completed':
      return completed(phase, happening)
    case 'reachable':
      return phase.name === 'ticket' ? { ...phase, number: happening.number, reachable: true } : phase
    case 'cancelled':
      return phase.name === 'queued' || phase.name === 'requesting'
        ? { name: 'open', left: happening.handoffId }
        : phase
    case 'closed':
      return phase.name === 'idle' || phase.name === 'ended' ? phase : { name: 'ended', rating: null }
    case 'rated':
      return phase.name === 'ended' ? { ...phase, rating: happening.score } : phase
    case 'restarted':
      return { name: 'idle' }
  }
}

function answered(answer: HandoffAnswer): Phase {
  if (answer.ticketId) {
    return ticketed(answer.handoffId ?? null, answer.ticketId, answer.ticketNumber)
  }
  return {
    name: 'queued',
    handoffId: answer.handoffId ?? '',
    position: answer.position ?? null,
    waitSeconds: answer.estimatedWaitSeconds ?? null,
  }
}

function ticketed(handoffId: string | null, ticketId: string | null, number: string | null | undefined): TicketPhase {
  return { name: 'ticket', handoffId, ticketId, number: number ?? null, reachable: false }
}

function queued(phase: Phase, happening: Extract<Happening, { type: 'queued' }>): Phase {
  const left = phase.name === 'open' && phase.left === happening.handoffId
  if (phase.name === 'idle' || phase.name === 'ended' || left) return phase
  const { handoffId, position, waitSeconds } = happening
  return { name: 'queued', handoffId, position, waitSeconds }
}

function completed(phase: Phase, happening: Extract<Happening, { type: 'completed' }>): Phase {
  if (phase.name === 'idle' || phase.name === 'ended') return phase
  if (happening.ticketId) {
    return ticketed(happening.handoffId, happening.ticketId, happening.ticketNumber)
  }
  if (phase.name === 'open' && phase.left === happening.handoffId) return phase
  return { name: 'ended', rating: null }
}

const WAITING = ['PENDING', 'ASSIGNED', 'TRANSFERRED']

/** The phase after a reload, from what the server says now; `before` fills in what it does not say. */
export function restored(conversation: Conversation, handoff: Handoff | null, before: Phase): Phase {
  if (conversation.state === 'CLOSED') return { name: 'ended', rating: scoreOf(conversation) }
  if (conversation.state === 'WITH_AGENT') {
    const paused = handoff ? handoff.state === 'PAUSED' : before.name === 'agent' && before.paused
    const agent = conversation.agent?.name ?? (before.name === 'agent' ? before.agent : null)
    return { name: 'agent', handoffId: conversation.handoffId ?? null, agent, paused }
  }
  if (handoff && WAITING.includes(handoff.state)) {
    return answered({ ...handoff, handoffId: handoff.id, ticketId: null })
  }
  const ticket = before.name === 'ticket' ? before : null
  if (handoff?.state === 'TICKETED' || handoff?.ticketId) {
    const same = ticket?.ticketId === handoff.ticketId ? ticket : null
    return { ...ticketed(handoff.id, handoff.ticketId ?? null, handoff.ticketNumber), ...same }
  }
  if (!handoff && (ticket || before.name === 'queued')) return before
  return { name: 'open' }
}

function scoreOf({ rating }: Conversation): number | null {
  return typeof rating === 'number' ? rating : (rating?.score ?? null)
}
