import { describe, expect, it } from 'vitest'
import { isActive, movesAway, nextStates, readsConversation, readsTrail, takesUp, worksOn } from './rights'
import { person, ticket, viewer } from './testing/scene'
import { TICKET_STATES } from './ticketTypes'

const agent = viewer('kf017', 'customer_service').me
const manager = viewer('vip.manager', 'manager').me
const admin = viewer('acme.admin', 'admin').me
const auditor = viewer('acme.auditor', 'auditor').me
const elsewhere = ticket({ department: 'ticketing' })

describe('what a person may do with a ticket', () => {
  it('is the work of its department and of administrators', () => {
    expect([agent, manager, admin, auditor].map((me) => worksOn(ticket(), me))).toEqual([true, true, true, false])
    expect([agent, manager, admin].map((me) => worksOn(elsewhere, me))).toEqual([false, false, true])
    expect([agent, auditor].map((me) => readsConversation(ticket(), me))).toEqual([true, false])
  })

  it('lets agents go on with what nobody else has', () => {
    expect(takesUp(ticket(), agent)).toBe(true)
    expect(takesUp(ticket({ state: 'OPEN', assignee: person('kf017') }), agent)).toBe(true)
    expect(takesUp(ticket({ state: 'OPEN', assignee: person('kf018') }), agent)).toBe(false)
    expect(takesUp(ticket({ state: 'CLOSED' }), agent)).toBe(false)
    expect(takesUp(elsewhere, agent)).toBe(false)
    expect([manager, admin, auditor].some((me) => takesUp(ticket(), me))).toBe(false)
  })

  it('lets those who lead give it away', () => {
    expect([agent, manager, admin, auditor].map((me) => movesAway(ticket(), me))).toEqual([false, true, true, false])
    expect(movesAway(elsewhere, manager)).toBe(false)
  })

  it('shows the trail to those whom the server tells it', () => {
    expect([agent, manager, admin, auditor].map((me) => readsTrail(ticket(), me))).toEqual([false, true, true, true])
    expect(readsTrail(ticket({ assignee: person('kf017') }), agent)).toBe(true)
  })

  it('offers the moves that the state allows', () => {
    expect(Object.fromEntries(TICKET_STATES.map((state) => [state, nextStates(state)]))).toEqual({
      NEW: ['CLOSED'],
      OPEN: ['PENDING', 'SOLVED', 'CLOSED'],
      PENDING: ['OPEN', 'SOLVED', 'CLOSED'],
      SOLVED: ['OPEN', 'CLOSED'],
      CLOSED: [],
    })
    expect(TICKET_STATES.filter(isActive)).toEqual(['NEW', 'OPEN', 'PENDING'])
  })
})
