import { shallowReactive } from 'vue'
import { earlyOf, entriesOf } from './entries'
import type { Line } from './line'
import type { Memory } from './memory'
import type { Upload } from './uploads'
import { troubleOf, type View } from './view'

const TYPING_SHOWN_MS = 5_000

/** Turns what is known into what is shown. */
export class Display {
  readonly view: View = shallowReactive<View>({
    phase: { name: 'idle' },
    link: 'none',
    entries: [],
    typing: false,
    unread: 0,
    loading: false,
    busy: false,
    introduced: false,
    problem: null,
  })

  private typingEnds?: ReturnType<typeof setTimeout>

  /** `stuck`: there will be no conversation for the early messages without the customer's help. */
  show(line: Line | null, { first, readSeq, seen, introduced }: Memory, now: number, stuck: boolean, uploads: readonly Upload[]): void {
    const unsent = [...(line?.unsent ?? []), ...earlyOf(first, now, stuck ? this.view.problem : null)]
    this.view.entries = entriesOf(line?.history.messages() ?? [], unsent, readSeq, uploads)
    this.view.introduced = introduced
    const unseen = this.view.entries.filter((entry) => entry.side === 'theirs' && entry.seq! > seen).length
    if (this.view.entries.at(-1)?.side === 'theirs') this.view.typing = false
    this.view.unread = unseen
    if (line && !line.history.empty) this.view.loading = false
  }

  typing(): void {
    this.view.typing = true
    clearTimeout(this.typingEnds)
    this.typingEnds = setTimeout(() => (this.view.typing = false), TYPING_SHOWN_MS)
  }

  trouble(problem: unknown): void {
    this.view.problem = problem === null ? null : troubleOf(problem)
  }

  /** No line to the server any more. */
  dark(): void {
    this.view.link = 'none'
    this.view.typing = false
  }
}
