import { describe, expect, it } from 'vitest'
import { next, restored, type Happening, type Phase } from './phase'

const QUEUED: Phase = { name: 'queued', handoffId: 'h1', position: 2, waitSeconds: 60 }
const AGENT: Phase = { name: 'agent', handoffId: 'h1', agent: 'Li', paused: false }
const after = (phase: Phase, ...happenings: Happening[]) => happenings.reduce(next, phase)

describe('next', () => {
  it('goes the long way from nothing to a rated conversation', () => {
    const end = after(
      { name: 'idle' },
      { type: 'begun' },
      { type: 'requested' },
      { type: 'answered', answer: { handoffId: 'h1', position: 2, estimatedWaitSeconds: 60 } },
      { type: 'queued', handoffId: 'h1', position: 1, waitSeconds: 30 },
      { type: 'accepted', handoffId: 'h1', agent: 'Li' },
      { type: 'paused', handoffId: 'h1' },
      { type: 'resumed', handoffId: 'h1' },
      { type: 'completed', handoffId: 'h1' },
      { type: 'rated', score: 4 },
    )
    expect(end).toEqual({ name: 'ended', rating: 4 })
  })

  it('returns to the queue when the agent does not come back', () => {
    expect(next({ ...AGENT, paused: true }, { type: 'queued', handoffId: 'h1', position: 1, waitSeconds: null }).name).toBe('queued')
  })

  it('turns a request into a ticket when the waiting was in vain', () => {
    const ticket = next(QUEUED, { type: 'completed', handoffId: 'h1', ticketId: 't1', ticketNumber: 'T-1' })
    expect(ticket).toEqual({ name: 'ticket', handoffId: 'h1', ticketId: 't1', number: 'T-1', reachable: false })
  })

  it('takes the number from the answer when the socket told of the ticket first', () => {
    const told = after(
      { name: 'requesting' },
      { type: 'completed', handoffId: 'h1', ticketId: 't1' },
      { type: 'answered', answer: { handoffId: 'h1', ticketId: 't1', ticketNumber: 'T-1' } },
    )
    expect(told).toEqual({ name: 'ticket', handoffId: 'h1', ticketId: 't1', number: 'T-1', reachable: false })
  })

  it('lets a person take over even after a ticket', () => {
    const ticket: Phase = { name: 'ticket', handoffId: null, ticketId: 't1', number: 'T-1', reachable: false }
    expect(next(ticket, { type: 'accepted', handoffId: 'h2', agent: 'Xu' }).name).toBe('agent')
    expect(next(ticket, { type: 'requested' }).name).toBe('requesting')
  })

  it('remembers that the customer can be reached, and the number', () => {
    const ticket = next(QUEUED, { type: 'completed', handoffId: 'h1', ticketId: 't1' })
    expect(next(ticket, { type: 'reachable', number: 'T-1' })).toEqual({ name: 'ticket', handoffId: 'h1', ticketId: 't1', number: 'T-1', reachable: true })
    expect(next(QUEUED, { type: 'reachable', number: 'T-1' })).toEqual(QUEUED)
  })

  it.each<[Phase, Happening]>([
    [{ name: 'ended', rating: null }, { type: 'queued', handoffId: 'h1', position: 1, waitSeconds: 1 }],
    [{ name: 'ended', rating: 3 }, { type: 'accepted', handoffId: 'h1', agent: null }],
    [{ name: 'open', left: 'h1' }, { type: 'completed', handoffId: 'h1' }],
    [AGENT, { type: 'answered', answer: { handoffId: 'h1', position: 1 } }],
    [AGENT, { type: 'requested' }],
    [AGENT, { type: 'refused' }],
    [AGENT, { type: 'cancelled', handoffId: 'h1' }],
    [QUEUED, { type: 'paused', handoffId: 'h1' }],
    [QUEUED, { type: 'begun' }],
    [{ name: 'idle' }, { type: 'closed' }],
    [{ name: 'open' }, { type: 'rated', score: 5 }],
  ])('%j is not moved by %j', (phase, happening) => {
    expect(next(phase, happening)).toEqual(phase)
  })
})

describe('restored', () => {
  const open = { id: 'c1', state: 'OPEN' as const }

  it('believes the server', () => {
    expect(restored({ ...open, state: 'CLOSED', rating: { score: 4 } }, null, AGENT)).toEqual({ name: 'ended', rating: 4 })
    expect(restored({ ...open, state: 'WITH_AGENT', agent: { id: 'a', name: 'Xu' } }, null, QUEUED)).toMatchObject({ name: 'agent', agent: 'Xu' })
    expect(restored(open, { id: 'h1', state: 'ASSIGNED', position: 1, estimatedWaitSeconds: 5 }, { name: 'open' })).toMatchObject({ name: 'queued', position: 1 })
    expect(restored(open, { id: 'h1', state: 'CANCELLED' }, QUEUED)).toEqual({ name: 'open' })
  })

  it('keeps the ticket number the server does not repeat', () => {
    const ticket: Phase = { name: 'ticket', handoffId: 'h1', ticketId: 't1', number: 'T-1', reachable: true }
    expect(restored(open, { id: 'h1', state: 'TICKETED', ticketId: 't1' }, ticket)).toEqual(ticket)
    expect(restored(open, null, ticket)).toEqual(ticket)
    expect(restored(open, { id: 'h2', state: 'TICKETED', ticketId: 't2' }, ticket)).toMatchObject({ ticketId: 't2', number: null, reachable: false })
  })
})
