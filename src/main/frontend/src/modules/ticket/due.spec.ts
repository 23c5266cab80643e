import { describe, expect, it } from 'vitest'
import { dueOf } from './due'
import { NOW, ticket } from './testing/scene'
import { TICKET_STATES } from './ticketTypes'

const HOUR = 3_600_000
const due = (left: number) => dueOf(ticket({ dueAt: new Date(NOW + left).toISOString() }), NOW)

describe('when a ticket is due', () => {
  it('tells what is left', () => {
    expect(due(2.5 * HOUR)).toEqual({ tone: 'quiet', key: 'left', days: 0, hours: 2, minutes: 30 })
    expect(due(50 * HOUR)).toMatchObject({ days: 2, hours: 2 })
  })

  it('warns in the last hour, and tells how late it is', () => {
    expect(due(HOUR - 1)).toMatchObject({ tone: 'soon', hours: 1 })
    expect(due(-1)).toMatchObject({ tone: 'late', key: 'late', minutes: 1 })
    expect(due(-26 * HOUR)).toMatchObject({ tone: 'late', days: 1, hours: 2 })
  })

  it('is nobody’s concern while nobody waits for an answer', () => {
    const shown = TICKET_STATES.filter((state) => dueOf(ticket({ state }), NOW) !== null)
    expect(shown).toEqual(['NEW', 'OPEN'])
  })
})
