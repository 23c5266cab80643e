import type { ClientFrame, Failure, FrameOf, Heads } from './frames'
import type { History } from './history'
import { uuid } from './ids'
import { monotonic } from './monotonic'
import { isPassing, patience } from './refusals'

const PAGE = 200
const MOST_AT_ONCE = 100
const ANSWER_WITHIN_MS = 20_000

/** One question for one conversation: what came after `after`, to close `gap` when one is known. */
interface Question {
  sync: string
  after: number
  gap: string
  at: number
}

/**
 * Asks for what the histories lack, page by page, never twice at a time for one conversation.
 *
 * What the server was asked for and did not have is not asked for again before the next sign of life; a conversation that
 * it refuses does not keep the others of the same question from being answered.
 */
export class Syncer {
  private readonly open = new Map<string, Question>()
  private readonly fruitless = new Map<string, Set<string>>()
  private readonly refused = new Set<string>()
  private readonly held = new Map<string, ReturnType<typeof setTimeout>>()

  constructor(
    private readonly histories: ReadonlyMap<string, History>,
    private readonly send: (frame: ClientFrame) => boolean,
    private readonly now: () => number = monotonic,
  ) {}

  /** Asks for what is missing; with `always` also where nothing is known to be missing. */
  ask(conversationIds: Iterable<string>, always = false): void {
    const wanted: [string, Question][] = []
    for (const id of new Set(conversationIds)) {
      const question = this.open.has(id) || this.refused.has(id) || this.held.has(id) ? null : this.question(id, always)
      if (question) wanted.push([id, question])
    }
    for (let i = 0; i < wanted.length; i += MOST_AT_ONCE) {
      if (!this.put(wanted.slice(i, i + MOST_AT_ONCE))) return
    }
  }

  /** A page came that brought so many messages; asks on while there is more to come. */
  answered({ conversationId, messages, more }: FrameOf<'MESSAGES'>, fresh: number): void {
    const question = this.open.get(conversationId)
    const first = messages[0]?.seq ?? Infinity
    if (!question || first <= question.after) return
    this.open.delete(conversationId)
    if (fresh === 0) this.fruitless.set(conversationId, (this.fruitless.get(conversationId) ?? new Set()).add(question.gap))
    this.ask([conversationId], more && fresh > 0)
  }

  failed(failure: Failure): void {
    const ids = [...this.open].filter(([, question]) => question.sync === failure.id).map(([id]) => id)
    if (ids.length === 0) return
    for (const id of ids) this.open.delete(id)
    if (isPassing(failure)) for (const id of ids) this.hold(id, patience(failure))
    else if (ids.length === 1) this.refused.add(ids[0]!)
    else for (const half of [ids.slice(0, ids.length / 2), ids.slice(ids.length / 2)]) this.ask(half, true)
  }

  /** A sign of life: the server may have by now what it did not have before. */
  alive(): void {
    this.fruitless.clear()
  }

  /** Asks again where no answer came. */
  expire(): void {
    const late = [...this.open].filter(([, question]) => this.now() - question.at > ANSWER_WITHIN_MS).map(([id]) => id)
    for (const id of late) this.open.delete(id)
    this.ask(late, true)
  }

  /** The connection is gone, and with it all that was asked for. */
  forget(): void {
    for (const timer of this.held.values()) clearTimeout(timer)
    for (const kept of [this.open, this.fruitless, this.refused, this.held]) kept.clear()
  }

  private question(id: string, always: boolean): Question | null {
    const history = this.histories.get(id)
    const known = this.fruitless.get(id)
    const gap = history?.gaps().find(({ from, to }) => !known?.has(`${from}-${to}`))
    const after = gap ? gap.from - 1 : always ? history?.resumesAfter() : null
    if (after === null || after === undefined) return null
    return { sync: '', after, gap: gap ? `${gap.from}-${gap.to}` : '', at: this.now() }
  }

  private put(questions: [string, Question][]): boolean {
    const sync = uuid()
    const conversations: Heads = Object.fromEntries(questions.map(([id, { after }]) => [id, after]))
    if (!this.send({ type: 'SYNC', id: sync, conversations, limit: PAGE })) return false
    for (const [id, question] of questions) this.open.set(id, { ...question, sync })
    return true
  }

  private hold(id: string, ms: number): void {
    const again = () => {
      this.held.delete(id)
      this.ask([id], true)
    }
    this.held.set(id, setTimeout(again, ms))
  }
}
