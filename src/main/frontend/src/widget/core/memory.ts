import type { Phase } from './phase'
import type { Slot } from './store'

/** What the customer answered before the chat. */
export interface Answers {
  name: string
  contact: string
  category: string | null
  subject: string
}

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
  /** Answered for this conversation, and what was answered last. */
  introduced: boolean
  answers: Answers | null
  /** The newest message that the page was told of. */
  told: number
}

export const NOTHING: Memory = {
  visitorId: null,
  conversationId: null,
  phase: { name: 'idle' },
  seen: 0,
  readSeq: 0,
  draft: '',
  first: [],
  introduced: false,
  answers: null,
  told: 0,
}

const PHASES = ['idle', 'open', 'requesting', 'queued', 'agent', 'ticket', 'ended']

/** Whether this is of the kind that belongs there. */
function fits(key: string, value: unknown): boolean {
  const kind = (NOTHING as unknown as Record<string, unknown>)[key]
  if (key === 'phase') return PHASES.includes((value as Phase | null)?.name ?? '')
  if (Array.isArray(kind)) return Array.isArray(value) && value.every((one) => typeof one === 'string')
  return kind === null ? value === null || typeof value === (key === 'answers' ? 'object' : 'string') : typeof value === typeof kind
}

/** The memory as it is now, whatever an older version of this script, or somebody else, left. */
export class Notebook {
  constructor(private readonly slot: Slot<Memory>) {}

  get page(): Memory {
    const left = Object.entries(this.slot.read() ?? {}).filter(([key, value]) => fits(key, value))
    return { ...NOTHING, ...Object.fromEntries(left) }
  }

  note(part: Partial<Memory>): void {
    this.slot.write({ ...this.page, ...part })
  }

  /** A new page for the same visitor, with a draft where something unsent is left over. */
  turn(draft = ''): void {
    const { visitorId, answers } = this.page
    this.slot.write({ ...NOTHING, visitorId, draft, answers })
  }

  /** Nothing is left for the next one. */
  clear(): void {
    this.slot.write(null)
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
