import { Connection, type Address, type ConnectionState } from './connection'
import type { Ack, ClientFrame, Failure, FrameOf, Heads, Message, PresenceState, SenderType, ServerFrame } from './frames'
import { History } from './history'
import { uuid } from './ids'
import { Outbox, type Store, type Unsent } from './outbox'
import { Sender } from './sender'

type Typed = { [T in ServerFrame['type']]: FrameOf<T> }

/** Every server frame under its own name, and what the client itself has to tell. */
export interface ClientEvents extends Typed {
  state: { state: ConnectionState; closeCode?: number }
  refused: undefined
  /** Something in the history or in the outbox of this conversation changed. */
  changed: { conversationId: string }
}

export interface ClientOptions {
  address: () => Address | Promise<Address>
  /** Where unsent messages are kept; `null` keeps them as long as the page lives. */
  store: Store | null
  /** Must differ for each person who shares the store. */
  storePrefix: string
  senderType: SenderType
  open?: (address: Address) => WebSocket
  random?: () => number
}

const PAGE = 200
const MOST_AT_ONCE = 100
const ANSWER_WITHIN_MS = 15_000
const TYPING_EVERY_MS = 1_000
const SWEEP_MS = 5_000

/** A command that the server refused, or did not answer in time (`timeout`). */
export class CommandRefused extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message)
  }
}

/** Speaks the protocol: no acknowledged message is shown twice or skipped, no written message is forgotten. */
export class BatonClient {
  readonly outbox: Outbox
  userId: string | null = null

  private readonly connection: Connection
  private readonly sender: Sender
  private readonly histories = new Map<string, History>()
  private readonly syncing = new Set<string>()
  private readonly reads = new Map<string, { seq: number; told: boolean }>()
  private readonly listeners = new Map<string, Set<(event: never) => void>>()
  private readonly commands = new Map<string, { done: (ack: Ack) => void; fail: (error: Error) => void }>()
  private readonly typedAt = new Map<string, number>()
  private chosen: PresenceState | null = null
  private sweep?: ReturnType<typeof setInterval>

  constructor(private readonly options: ClientOptions) {
    this.outbox = new Outbox(options.store, options.storePrefix)
    this.connection = new Connection({
      address: options.address,
      open: options.open,
      random: options.random,
      onFrame: (frame) => this.receive(frame),
      onState: (state, closeCode) => this.moved(state, closeCode),
      onRefused: () => this.emit('refused', undefined),
    })
    this.sender = new Sender(this.outbox, (frame) => this.connection.send(frame))
  }

  get state(): ConnectionState {
    return this.connection.state
  }

  start(): void {
    clearInterval(this.sweep)
    this.sweep = setInterval(() => this.sender.expire(), SWEEP_MS)
    this.connection.start()
  }

  stop(): void {
    clearInterval(this.sweep)
    this.connection.stop()
  }

  hurry(): void {
    this.connection.hurry()
  }

  /** Returns the function that ends the listening. */
  on<K extends keyof ClientEvents>(event: K, listener: (event: ClientEvents[K]) => void): () => void {
    const all = this.listeners.get(event) ?? new Set()
    this.listeners.set(event, all.add(listener as (event: never) => void))
    return () => all.delete(listener as (event: never) => void)
  }

  /** The history of a conversation, kept complete from now on; `fromStart` asks for its beginning too. */
  track(conversationId: string, fromStart = false): History {
    let history = this.histories.get(conversationId)
    if (!history) {
      history = new History(fromStart)
      this.histories.set(conversationId, history)
      if (fromStart) this.sync([conversationId], true)
    }
    return history
  }

  untrack(conversationId: string): void {
    this.histories.delete(conversationId)
    this.syncing.delete(conversationId)
  }

  /** Adds messages that came another way, such as a page of older ones. */
  learn(conversationId: string, messages: readonly Message[], head = 0): void {
    const history = this.histories.get(conversationId)
    if (!history) return
    history.add(messages)
    history.head = head
    for (const message of messages) this.settle(message.id)
    this.emit('changed', { conversationId })
    this.sync([conversationId])
  }

  /** Keeps the message until it is acknowledged, and sends it as soon as that is possible. */
  text(conversationId: string, body: string, contentType = 'text/markdown'): Unsent {
    const message = { id: uuid(), conversationId, body, contentType, at: Date.now() }
    this.outbox.put(message)
    this.sender.flush()
    this.emit('changed', { conversationId })
    return message
  }

  /** Sends a refused message again, with the same id. */
  retry(id: string): void {
    const message = this.outbox.get(id)
    if (!message) return
    this.outbox.put({ ...message, refused: undefined })
    this.sender.flush()
    this.emit('changed', { conversationId: message.conversationId })
  }

  discard(id: string): void {
    const message = this.outbox.remove(id)
    if (message) this.emit('changed', { conversationId: message.conversationId })
  }

  /** At most one per second and conversation leaves this client; `undefined` clears what the others see. */
  typing(conversationId: string, preview?: string): void {
    const now = Date.now()
    if (preview !== undefined && now - (this.typedAt.get(conversationId) ?? 0) < TYPING_EVERY_MS) return
    this.typedAt.set(conversationId, now)
    this.connection.send({ type: 'TYPING', conversationId, ...(preview ? { preview } : {}) })
  }

  /** Marks all up to `seq` as read; never goes back, and is told later when there is no connection now. */
  read(conversationId: string, seq: number): void {
    if (seq <= (this.reads.get(conversationId)?.seq ?? 0)) return
    const told = this.connection.send({ type: 'READ', conversationId, seq })
    this.reads.set(conversationId, { seq, told })
  }

  /** The person's own choice; told as soon as there is a connection. */
  presence(state: PresenceState): void {
    this.chosen = this.connection.send({ type: 'PRESENCE', state }) ? null : state
  }

  accept(handoffId: string): Promise<Ack> {
    return this.command({ type: 'HANDOFF_ACCEPT', id: uuid(), handoffId })
  }

  reject(handoffId: string, reason?: string): Promise<Ack> {
    return this.command({ type: 'HANDOFF_REJECT', id: uuid(), handoffId, ...(reason ? { reason } : {}) })
  }

  private command(frame: ClientFrame & { id: string }): Promise<Ack> {
    return new Promise((resolve, reject) => {
      if (!this.connection.send(frame)) return reject(new CommandRefused('offline', 'offline'))
      const end = setTimeout(() => settle(() => reject(new CommandRefused('timeout', 'timeout'))), ANSWER_WITHIN_MS)
      const settle = (then: () => void) => {
        clearTimeout(end)
        this.commands.delete(frame.id)
        then()
      }
      this.commands.set(frame.id, {
        done: (ack) => settle(() => resolve(ack)),
        fail: (error) => settle(() => reject(error)),
      })
    })
  }

  private receive(frame: ServerFrame): void {
    if (frame.type === 'READY') this.ready(frame)
    else if (frame.type === 'PONG') this.heads(frame.heads)
    else if (frame.type === 'TEXT') this.store(frame.conversationId, [frame])
    else if (frame.type === 'MESSAGES') this.page(frame)
    else if (frame.type === 'ACK') this.acknowledged(frame)
    else if (frame.type === 'ERROR') this.failed(frame)
    this.emit(frame.type, frame as never)
  }

  private ready(frame: FrameOf<'READY'>): void {
    this.userId = frame.userId
    for (const [id, seq] of Object.entries(frame.heads ?? {})) {
      const history = this.histories.get(id)
      if (history) history.head = seq
    }
    this.sync([...this.histories.keys()], true)
    for (const [conversationId, mark] of this.reads) {
      if (!mark.told) mark.told = this.connection.send({ type: 'READ', conversationId, seq: mark.seq })
    }
    if (this.chosen) this.presence(this.chosen)
    this.sender.flush()
  }

  private heads(heads: Heads = {}): void {
    for (const [id, seq] of Object.entries(heads)) {
      const history = this.histories.get(id)
      if (history) history.head = seq
    }
    this.sync(Object.keys(heads))
  }

  private page(frame: FrameOf<'MESSAGES'>): void {
    this.syncing.delete(frame.conversationId)
    const fresh = this.store(frame.conversationId, frame.messages)
    // Without progress another SYNC would bring the same answer, for ever.
    if (fresh > 0) this.sync([frame.conversationId], frame.more)
  }

  private store(conversationId: string, messages: readonly Message[]): number {
    const history = this.histories.get(conversationId)
    const fresh = history?.add(messages).length ?? 0
    for (const message of messages) this.settle(message.id)
    this.emit('changed', { conversationId })
    if (messages.length === 1) this.sync([conversationId])
    return fresh
  }

  /** A message of ours that came back is committed, even when its ACK was lost. */
  private settle(id: string): void {
    if (this.outbox.get(id)) this.sender.acknowledged({ id })
  }

  private acknowledged(ack: Ack): void {
    this.commands.get(ack.id)?.done(ack)
    const message = this.sender.acknowledged(ack)
    if (!message || ack.seq === undefined) return
    const { id, conversationId, body, contentType } = message
    const sentAt = ack.sentAt ?? new Date().toISOString()
    const { senderType } = this.options
    this.store(conversationId, [
      { id, conversationId, seq: ack.seq, senderType, senderId: this.userId, body, contentType, sentAt },
    ])
  }

  private failed(failure: Failure): void {
    if (failure.id) this.commands.get(failure.id)?.fail(new CommandRefused(failure.code, failure.message))
    const message = failure.id ? this.outbox.get(failure.id) : undefined
    if (this.sender.failed(failure) && message) this.emit('changed', { conversationId: message.conversationId })
  }

  /** Asks for what is missing; with `always` also where nothing is known to be missing. */
  private sync(conversationIds: string[], always = false): void {
    const conversations: Heads = {}
    for (const id of conversationIds) {
      const history = this.histories.get(id)
      const after = always ? history?.resumesAfter() : history?.lacksAfter()
      if (after !== null && after !== undefined && !this.syncing.has(id)) conversations[id] = after
    }
    const wanted = Object.entries(conversations)
    for (let i = 0; i < wanted.length; i += MOST_AT_ONCE) {
      const batch = wanted.slice(i, i + MOST_AT_ONCE)
      if (!this.connection.send({ type: 'SYNC', conversations: Object.fromEntries(batch), limit: PAGE })) return
      for (const [id] of batch) this.syncing.add(id)
    }
  }

  private moved(state: ConnectionState, closeCode?: number): void {
    if (state !== 'ready') {
      this.syncing.clear()
      this.sender.forget()
      for (const command of [...this.commands.values()]) command.fail(new CommandRefused('offline', 'offline'))
    }
    this.emit('state', { state, closeCode })
  }

  private emit<K extends keyof ClientEvents>(event: K, value: ClientEvents[K]): void {
    for (const listener of [...(this.listeners.get(event) ?? [])]) (listener as (event: ClientEvents[K]) => void)(value)
  }
}
