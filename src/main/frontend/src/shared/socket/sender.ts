import type { Ack, ClientFrame, Failure } from './frames'
import type { Outbox, Unsent } from './outbox'

const ANSWER_WITHIN_MS = 20_000
const AGAIN_MS = 2_000

/** Codes that say "not now" rather than "not this". */
const PASSING = new Set(['slow_down', 'overloaded', 'unavailable', 'internal', 'timeout'])

/**
 * Sends what lies in the outbox, one message at a time per conversation, so that a retry never changes the order.
 *
 * The same id is sent until it is acknowledged or refused for good; the server stores it once.
 */
export class Sender {
  private readonly inFlight = new Map<string, { conversationId: string; since: number }>()
  private heldUntil = 0
  private wake?: ReturnType<typeof setTimeout>

  constructor(
    private readonly outbox: Outbox,
    private readonly send: (frame: ClientFrame) => boolean,
    private readonly now: () => number = Date.now,
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
    const message = this.outbox.remove(ack.id)
    this.flush()
    return message
  }

  /** Returns true when the failure belongs to a message of this outbox. */
  failed(failure: Failure): boolean {
    const message = failure.id ? this.outbox.get(failure.id) : undefined
    if (!message) return false
    this.inFlight.delete(message.id)
    if (failure.retryAfterMs !== undefined || PASSING.has(failure.code)) {
      this.heldUntil = this.now() + (failure.retryAfterMs ?? AGAIN_MS)
    } else {
      this.outbox.put({ ...message, refused: failure.message || failure.code })
    }
    this.flush()
    return true
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
