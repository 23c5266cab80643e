import type { Message } from './frames'
import { Ranges, type Range } from './ranges'

/**
 * What is known of one conversation: each message once, in order, whatever the order of arrival.
 *
 * A history that begins at the start (a customer's) lacks everything before its first message; one that begins at the
 * tail (an agent's) only lacks what is newer than its oldest message, since older ones are loaded by hand.
 */
export class History {
  private readonly bySeq = new Map<number, Message>()
  private readonly ranges = new Ranges()
  private sorted: Message[] | null = null
  private newestHead = 0

  constructor(readonly fromStart = false) {}

  /** Returns the messages that were not known before. */
  add(messages: readonly Message[]): Message[] {
    const fresh = messages.filter((m) => m.seq > 0 && !this.bySeq.has(m.seq))
    for (const message of fresh) {
      this.bySeq.set(message.seq, message)
      this.ranges.add(message.seq)
    }
    if (fresh.length > 0) this.sorted = null
    this.head = this.ranges.newest
    return fresh
  }

  /** The newest sequence number anybody told us of; it never falls. */
  get head(): number {
    return this.newestHead
  }

  set head(seq: number) {
    this.newestHead = Math.max(this.newestHead, seq)
  }

  /** All that is known to be missing, oldest first. */
  gaps(): Range[] {
    if (this.empty) return this.fromStart && this.head > 0 ? [{ from: 1, to: this.head }] : []
    const gaps = this.ranges.gaps(this.head)
    return this.fromStart && this.oldest > 1 ? [{ from: 1, to: this.oldest - 1 }, ...gaps] : gaps
  }

  /** From where to ask when nothing is known of the server's side; `null` when nothing was loaded yet. */
  resumesAfter(): number | null {
    const gap = this.gaps()[0]
    if (gap) return gap.from - 1
    return this.empty && !this.fromStart ? null : this.newest
  }

  messages(): readonly Message[] {
    this.sorted ??= [...this.bySeq.values()].sort((a, b) => a.seq - b.seq)
    return this.sorted
  }

  has(seq: number): boolean {
    return this.bySeq.has(seq)
  }

  get oldest(): number {
    return this.ranges.oldest
  }

  get newest(): number {
    return this.ranges.newest
  }

  get empty(): boolean {
    return this.bySeq.size === 0
  }
}
