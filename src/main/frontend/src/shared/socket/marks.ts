import type { ClientFrame } from './frames'

type Told = 'no' | 'yes' | 'surely'

/**
 * How far each conversation was read here. Nobody acknowledges READ, so a mark is told again after a loss unless an
 * answer to something that was asked after it shows that it arrived.
 */
export class Marks {
  private readonly marks = new Map<string, { seq: number; told: Told; pongs: number }>()

  constructor(private readonly send: (frame: ClientFrame) => boolean) {}

  /** Never goes back. */
  set(conversationId: string, seq: number): void {
    if (seq <= (this.marks.get(conversationId)?.seq ?? 0)) return
    this.marks.set(conversationId, { seq, told: this.tell(conversationId, seq), pongs: 0 })
  }

  /** The second answer since a mark was told belongs to a question that came after it. */
  answered(): void {
    for (const mark of this.marks.values()) {
      if (mark.told === 'yes' && ++mark.pongs > 1) mark.told = 'surely'
    }
  }

  again(): void {
    for (const [conversationId, mark] of this.marks) {
      if (mark.told === 'surely') continue
      mark.told = this.tell(conversationId, mark.seq)
      mark.pongs = 0
    }
  }

  private tell(conversationId: string, seq: number): Told {
    return this.send({ type: 'READ', conversationId, seq }) ? 'yes' : 'no'
  }
}
