import { monotonic, type BatonClient } from '@/shared/socket'
import { Problem } from './api'
import { Commands } from './commands'
import { Display } from './display'
import { earlyIndex } from './entries'
import type { Look } from './house'
import { Line, type Link, type Listener } from './line'
import type { Answers, Notebook } from './memory'
import { next, restored, type Happening } from './phase'
import type { Contact, Remote, Request } from './remote'
import { Retry } from './retry'
import { Uploads } from './uploads'
import type { View } from './view'

export const MAX_BODY = 8_000
const REVOKED_AGAIN_MS = 30_000

/** One customer's conversation: begins when there is something to say, lives over reloads, loses nothing written. */
export class Session implements Listener {
  private readonly display = new Display()
  readonly view: View = this.display.view
  /** What the conversation is about, until it begins. */
  about: Request = { category: null, subject: '' }

  readonly files: Uploads
  private readonly commands: Commands
  private readonly later = new Retry()
  private line: Line | null = null
  private beginning: Promise<string> | null = null
  private watching = false
  private moves = 0
  private revokedAt = -Infinity

  constructor(
    private readonly remote: Remote,
    private readonly notebook: Notebook,
    private readonly connect: (visitorId: string) => BatonClient,
    private readonly now: () => number = Date.now,
    limits: () => Look['files'] = () => ({ size: Infinity, endings: [] }),
  ) {
    const begin = () => this.begin()
    this.files = new Uploads({ begin, limits, now, changed: () => this.changed(), send: (...file) => remote.send(...file) })
    this.commands = new Commands(remote, {
      view: this.view,
      begin,
      conversationId: () => this.notebook.page.conversationId ?? '',
      happened: (happening) => this.happened(happening),
      restore: () => this.restore(),
      trouble: (problem) => this.display.trouble(problem),
    })
  }

  /** Takes up what an earlier page left; without any, nothing is asked of the server. */
  async resume(): Promise<void> {
    const { conversationId, phase, first, visitorId, introduced, answers } = this.notebook.page
    if (introduced && answers) this.about = { category: answers.category, subject: answers.subject }
    this.view.phase = phase.name === 'requesting' ? { name: 'open' } : phase
    this.changed()
    if (!conversationId) return void (first.length > 0 && (await this.begin()))
    this.view.loading = true
    try {
      const visitor = await this.remote.visitor()
      this.recovered()
      if (visitor.visitorId === visitorId) this.open(visitorId, conversationId)
      else this.restart()
    } catch (problem) {
      this.failed(problem, () => this.resume())
    } finally {
      this.view.loading = this.line?.history.empty ?? false
    }
  }

  /** Sends now or as soon as possible; what was written survives a reload. */
  async send(text: string): Promise<void> {
    const body = text.trim()
    if (body === '' || body.length > MAX_BODY) return
    this.draft('')
    if (this.line) return this.line.text(body)
    this.notebook.note({ first: [...this.notebook.page.first, body] })
    this.changed()
    await this.begin()
  }

  /** Sends a refused message again. */
  resend(id: string): void {
    if (this.files.has(id)) this.files.retry(id)
    else if (earlyIndex(id) === null) this.line?.retry(id)
    else void this.begin()
  }

  discard(id: string): void {
    const at = earlyIndex(id)
    if (this.files.has(id)) return this.files.discard(id)
    if (at === null) return this.line?.discard(id)
    this.notebook.note({ first: this.notebook.page.first.filter((_, i) => i !== at) })
    this.changed()
  }

  writing(): void {
    if (this.view.phase.name === 'agent') this.line?.typing()
  }

  draft(text: string): void {
    this.notebook.note({ draft: text })
  }

  readonly handoff = (request: Request): Promise<void> => {
    this.about = request
    return this.commands.handoff(request)
  }
  readonly cancel = () => this.commands.cancel()
  readonly reach = (contact: Contact) => this.commands.reach(contact)
  readonly end = () => this.commands.end()
  readonly rate = (score: number, comment: string) => this.commands.rate(score, comment)

  /** Answers what is asked before the chat. */
  introduce(answers: Answers): void {
    this.notebook.note({ answers, introduced: true })
    this.about = { category: answers.category, subject: answers.subject }
    this.changed()
  }

  get answers(): Answers | null {
    return this.notebook.page.answers
  }

  /** All that was said in this conversation, as a document. */
  transcript(format: 'txt' | 'html'): Promise<Blob> {
    return this.remote.transcript(this.notebook.page.conversationId ?? '', format)
  }

  file(id: string, kind: '' | '/thumbnail'): Promise<Blob> {
    return this.remote.file(id, kind)
  }

  /** Leaves the conversation for an empty page, on which what could not be sent is a draft unless somebody else is to use it. */
  restart(keeping = true): void {
    const { conversationId, visitorId, draft } = this.notebook.page
    const { outbox } = this.connect(visitorId ?? '')
    const unsent = this.line?.unsent ?? outbox.list(conversationId ?? '')
    for (const message of unsent) outbox.remove(message.id)
    this.drop()
    this.files.clear()
    if (keeping) this.notebook.turn([...unsent.map((message) => message.body), draft].filter(Boolean).join('\n'))
    else this.notebook.clear()
    this.about = { category: null, subject: '' }
    this.happened({ type: 'restarted' })
    this.changed()
  }

  /** The conversation is (or is no longer) before the customer's eyes. */
  watch(watching: boolean): void {
    this.watching = watching
    this.changed()
  }

  /** The network has changed, or the customer does not want to wait. */
  hurry(): void {
    this.line?.hurry()
    this.later.now()
    this.files.hurry()
  }

  /** Goes on in this window although another one took over. */
  here(): void {
    this.line?.here()
  }

  /** The widget goes; what is unsent stays for the next page. */
  leave(): void {
    this.drop()
    this.files.clear()
    this.later.succeeded()
  }

  get drafted(): string {
    return this.notebook.page.draft
  }

  /** Another window of this site began or left a conversation. */
  async follow(): Promise<void> {
    this.notebook.reload()
    if (this.notebook.page.conversationId === (this.line?.conversationId ?? null)) return
    this.drop()
    await this.resume()
  }

  happened(happening: Happening): void {
    this.moves++
    this.stand(next(this.view.phase, happening))
  }

  changed(): void {
    const newest = this.line?.history.newest ?? 0
    if (this.watching && this.notebook.saw(newest)) this.line?.read(newest)
    this.display.show(this.line, this.notebook.page, this.now(), !this.later.waiting, this.files.list)
  }

  moved(link: Link): void {
    this.view.link = link
  }

  ready(): void {
    this.view.loading = false
    this.stale()
  }

  stale(): void {
    void this.restore()
  }

  refused(revoked: boolean): void {
    this.remote.doubt()
    if (!revoked || monotonic() - this.revokedAt < REVOKED_AGAIN_MS) return
    this.revokedAt = monotonic()
    this.line?.hurry()
  }

  typing(): void {
    this.display.typing()
  }

  read(seq: number): void {
    if (seq <= this.notebook.page.readSeq) return
    this.notebook.note({ readSeq: seq })
    this.changed()
  }

  seen(seq: number): void {
    if (this.notebook.saw(seq)) this.changed()
  }

  /** The conversation's id once there is one; empty when that failed, which then is shown and tried again. */
  private begin(): Promise<string> {
    return (this.beginning ??= this.conversation().finally(() => (this.beginning = null)))
  }

  private async conversation(): Promise<string> {
    if (this.line) return this.line.conversationId
    try {
      const { visitor, conversationId } = await this.remote.begin(this.about)
      this.recovered()
      this.notebook.note({ visitorId: visitor.visitorId, conversationId, seen: 0, readSeq: 0 })
      this.happened({ type: 'begun' })
      this.open(visitor.visitorId, conversationId)
      return conversationId
    } catch (problem) {
      this.failed(problem, () => this.begin())
      return ''
    }
  }

  private open(visitorId: string, conversationId: string): void {
    this.drop()
    const line = (this.line = new Line(this.connect(visitorId), conversationId, this))
    const { first } = this.notebook.page
    for (const text of first) line.text(text)
    if (first.length > 0) this.notebook.note({ first: [] })
    this.changed()
  }

  private drop(): void {
    this.line?.close()
    this.line = null
    this.display.dark()
  }

  /** Asks what the conversation is now, again when something happened meanwhile. */
  private async restore(): Promise<void> {
    const { line, moves } = this
    if (!line) return
    try {
      const { conversation, handoff } = await this.remote.find(line.conversationId)
      if (line !== this.line || this.view.phase.name === 'requesting') return
      if (moves !== this.moves) return await this.restore()
      this.stand(restored(conversation, handoff, this.view.phase))
    } catch (problem) {
      if (problem instanceof Problem && [403, 404].includes(problem.status)) this.restart()
    }
  }

  private stand(phase: View['phase']): void {
    this.notebook.note({ phase: (this.view.phase = phase) })
  }

  private recovered(): void {
    this.later.succeeded()
    this.display.trouble(null)
  }

  private failed(problem: unknown, again: () => unknown): void {
    this.later.after(problem, again)
    this.display.trouble(problem)
    this.changed()
  }
}
