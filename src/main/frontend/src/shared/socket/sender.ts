import type { Ack, ClientFrame, Failure } from './frames'
import { monotonic } from './monotonic'
import type { Outbox, Unsent } from './outbox'
import { isPassing, patience } from './refusals'

const ANSWER_WITHIN_MS = 20_000
const MOST_BREAKDOWNS = 5

/**
 * Sends what lies in the outbox, one message at a time per conversation, so that a retry never changes the order.
 *
 * The same id is sent until it is acknowledged or refused for good; the server stores it once.
 */
export class Sender {
  private readonly inFlight = new Map<string, { conversationId: string; since: number }>()
  private readonly breakdowns = new Map<string, number>()
  private heldUntil = 0
  private wake?: ReturnType<typeof setTimeout>

  constructor(
    private readonly outbox: Outbox,
    private readonly send: (frame: ClientFrame) => boolean,
    private readonly now: () => number = monotonic,
  ) {}

  /** Sends all that may be sent now. */
  flush(): void {
    if (this.now() < this.heldUntil) return this.later(this.heldUntil - this.now())
    const busy = new Set([...this.inFlight.values()].map((flight) => flight.conversationId))
    for (const message of this.outbox.list()) {
      if (message.refused || busy.has(message.conversationId)) continue
      busy.add(message.conversationId)
      if (!this.transmit(message)) return
    }
  }

  /** The connection is gone: nothing that was on its way counts as sent. */
  forget(): void {
    this.inFlight.clear()
    clearTimeout(this.wake)
  }

  /** The server broke the connection over a frame that was too big: the longest on its way is never sent by itself again. */
  tooBig(): Unsent | undefined {
    const flying = [...this.inFlight.keys()].flatMap((id) => this.outbox.get(id) ?? [])
    const longest = flying.sort((a, b) => b.body.length - a.body.length)[0]
    if (longest) this.refuse(longest, { type: 'ERROR', code: 'too_big', message: '' })
    return longest
  }

  /** Gives back messages whose answer never came, to be sent again with the same id. */
  expire(): void {
    for (const [id, flight] of this.inFlight) {
      if (this.now() - flight.since > ANSWER_WITHIN_MS) this.inFlight.delete(id)
    }
    this.flush()
  }

  /** Returns the message that is now known to be committed. */
  acknowledged(ack: Pick<Ack, 'id'>): Unsent | undefined {
    this.inFlight.delete(ack.id)
    this.breakdowns.delete(ack.id)
    const message = this.outbox.remove(ack.id)
    this.flush()
    return message
  }

  /** Returns the message of this outbox to which the failure belongs. */
  failed(failure: Failure): Unsent | undefined {
    const message = failure.id ? this.outbox.get(failure.id) : undefined
    if (!message) return undefined
    this.inFlight.delete(message.id)
    if (isPassing(failure) && !this.breaksDown(message, failure)) this.heldUntil = this.now() + patience(failure)
    else this.refuse(message, failure)
    this.flush()
    return message
  }

  private refuse(message: Unsent, { code, message: words }: Failure): void {
    this.inFlight.delete(message.id)
    this.breakdowns.delete(message.id)
    this.outbox.put({ ...message, refused: words || code, refusal: code })
  }

  /** A server that fails over the same message again and again will do so for ever, and must not hold up the others. */
  private breaksDown(message: Unsent, { code }: Failure): boolean {
    if (code !== 'internal') return false
    const times = (this.breakdowns.get(message.id) ?? 0) + 1
    this.breakdowns.set(message.id, times)
    return times >= MOST_BREAKDOWNS
  }

  private transmit(message: Unsent): boolean {
    const { id, conversationId, body, contentType } = message
    const sent = this.send({ type: 'TEXT', id, conversationId, body, contentType })
    if (sent) this.inFlight.set(id, { conversationId, since: this.now() })
    return sent
  }

  private later(ms: number): void {
    clearTimeout(this.wake)
    this.wake = setTimeout(() => this.flush(), ms)
  }
}
