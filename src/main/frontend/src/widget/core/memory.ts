import type { Phase } from './phase'
import type { Slot } from './store'

/** What one browser remembers of a tenant's conversation between two pages. */
export interface Memory {
  visitorId: string | null
  conversationId: string | null
  phase: Phase
  /** The newest message the customer had before the eyes, and the newest of his own that was read. */
  seen: number
  readSeq: number
  draft: string
  /** Written before there was a conversation to put it in. */
  first: string[]
}

export const NOTHING: Memory = {
  visitorId: null,
  conversationId: null,
  phase: { name: 'idle' },
  seen: 0,
  readSeq: 0,
  draft: '',
  first: [],
}

/** The memory as it is now, whatever an older version of this script left. */
export class Notebook {
  constructor(private readonly slot: Slot<Memory>) {}

  get page(): Memory {
    return { ...NOTHING, ...this.slot.read() }
  }

  note(part: Partial<Memory>): void {
    this.slot.write({ ...this.page, ...part })
  }

  /** A new page for the same visitor, with a draft where something unsent is left over. */
  turn(draft = ''): void {
    this.slot.write({ ...NOTHING, visitorId: this.page.visitorId, draft })
  }

  /** Marks as seen; false when that was known. */
  saw(seq: number): boolean {
    const news = seq > this.page.seen
    if (news) this.note({ seen: seq })
    return news
  }

  reload(): void {
    this.slot.reload()
  }
}
