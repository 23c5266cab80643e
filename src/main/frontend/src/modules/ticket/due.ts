import type { Ticket } from './ticketTypes'

const MINUTE = 60_000
const SOON = 60 * MINUTE

export interface Due {
  tone: 'quiet' | 'soon' | 'late'
  /** Key of the text, with what it needs. */
  key: 'left' | 'late'
  days: number
  hours: number
  minutes: number
}

/** How long a ticket still has or how late it is; nothing while nobody waits for an answer. `now` is the server's time. */
export function dueOf(ticket: Pick<Ticket, 'state' | 'dueAt'>, now: number): Due | null {
  if (ticket.state !== 'NEW' && ticket.state !== 'OPEN') return null
  const left = Date.parse(ticket.dueAt) - now
  const minutes = Math.ceil(Math.abs(left) / MINUTE)
  return {
    tone: left < 0 ? 'late' : left < SOON ? 'soon' : 'quiet',
    key: left < 0 ? 'late' : 'left',
    days: Math.floor(minutes / 1440),
    hours: Math.floor((minutes % 1440) / 60),
    minutes: minutes % 60,
  }
}
