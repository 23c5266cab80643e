import { ServerClock } from './clock'
import { Commands } from './commands'
import { CLOSED, Connection, type Address, type ConnectionState } from './connection'
import { Events } from './events'
import type { Ack, ClientFrame, Failure, FrameOf, Heads, Message, PresenceState, SenderType, ServerFrame } from './frames'
import { History } from './history'
import { uuid } from './ids'
import { Marks } from './marks'
import { monotonic } from './monotonic'
import { Outbox, type Store, type Unsent } from './outbox'
import { Sender } from './sender'
import { Syncer } from './syncer'

type Typed = { [T in ServerFrame['type']]: FrameOf<T> }

/** Every server frame under its own name, and what the client itself has to tell. */
export interface ClientEvents extends Typed {
  state: { state: ConnectionState; closeCode?: number }
  refused: undefined
  /** A message that was written here is committed. */
  sent: Message
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

const MOST_TAILS = 100
const TYPING_EVERY_MS = 1_000
const SWEEP_MS = 5_000

/** Speaks the protocol: no acknowledged message is shown twice or skipped, no written message is forgotten. */
export class BatonClient {
  readonly outbox: Outbox
  userId: string | null = null

  private readonly connection: Connection
  private readonly sender: Sender
  private readonly syncer: Syncer
  private readonly marks: Marks
  private readonly commands: Commands
  private readonly clock = new ServerClock()
  private readonly events = new Events<ClientEvents>()
  private readonly histories = new Map<string, History>()
  private readonly typedAt = new Map<string, number>()
  private chosen: (ClientFrame & { type: 'PRESENCE' }) | null = null
  private sweep?: ReturnType<typeof setInterval>

  constructor(private readonly options: ClientOptions) {
    const send = (frame: ClientFrame) => this.connection.send(frame)
    this.outbox = new Outbox(options.store, options.storePrefix, () => this.now())
    this.sender = new Sender(this.outbox, send)
    this.syncer = new Syncer(this.histories, send)
    this.marks = new Marks(send)
    this.commands = new Commands(send)
    this.connection = new Connection({
      address: options.address,
      open: options.open,
      random: options.random,
      onFrame: (frame) => this.receive(frame),
      onState: (state, closeCode) => this.moved(state, closeCode),
      onRefused: () => this.events.emit('refused', undefined),
    })
  }

  get state(): ConnectionState {
    return this.connection.state
  }

  /** The time at the server, whatever the clock of this machine says. */
  now(): number {
    return this.clock.now()
  }

  /** Also comes back after the server sent this client away. */
  start(): void {
    clearInterval(this.sweep)
    this.sweep = setInterval(() => this.expire(), SWEEP_MS)
    globalThis.addEventListener?.('storage', this.elsewhere)
    this.connection.start()
  }

  stop(): void {
    clearInterval(this.sweep)
    globalThis.removeEventListener?.('storage', this.elsewhere)
    this.connection.stop()
  }

  /** The network has changed, or somebody does not want to wait. */
  hurry(): void {
    this.connection.hurry()
  }

  /** Returns the function that ends the listening. */
  on<K extends keyof ClientEvents>(event: K, listener: (event: ClientEvents[K]) => void): () => void {
    return this.events.on(event, listener)
  }

  /**
   * The history of a conversation, kept complete from now on; `fromStart` asks for its beginning too. Of those without
   * their beginning only the latest hundred are kept.
   */
  track(conversationId: string, fromStart = false): History {
    const known = this.histories.get(conversationId)
    const history = known ?? new History(fromStart)
    this.histories.delete(conversationId)
    this.histories.set(conversationId, history)
    const tails = [...this.histories].filter(([, kept]) => !kept.fromStart)
    if (tails.length > MOST_TAILS) this.histories.delete(tails[0]![0])
    if (!known && fromStart) this.syncer.ask([conversationId], true)
    return history
  }

  /** Adds messages that came another way, such as a page of older ones. */
  learn(conversationId: string, messages: readonly Message[], head = 0): void {
    const history = this.histories.get(conversationId)
    if (!history) return
    history.head = head
    this.keep(conversationId, messages)
    this.syncer.ask([conversationId])
  }

  /** Keeps the message until it is acknowledged, and sends it as soon as that is possible. */
  text(conversationId: string, body: string, contentType = 'text/markdown'): Unsent {
    const message = this.outbox.write(conversationId, body, contentType)
    this.sender.flush()
    this.changed(message)
    return message
  }

  /** Sends a refused message again, with the same id. */
  retry(id: string): void {
    const message = this.outbox.get(id)
    if (!message) return
    this.outbox.put({ ...message, refused: undefined, refusal: undefined })
    this.sender.flush()
    this.changed(message)
  }

  discard(id: string): void {
    this.changed(this.outbox.remove(id))
  }

  /** At most one per second and conversation leaves this client; `undefined` clears what the others see. */
  typing(conversationId: string, preview?: string): void {
    const now = monotonic()
    if (preview !== undefined && now - (this.typedAt.get(conversationId) ?? -Infinity) < TYPING_EVERY_MS) return
    this.typedAt.set(conversationId, now)
    this.connection.send({ type: 'TYPING', conversationId, ...(preview ? { preview } : {}) })
  }

  /** Marks all up to `seq` as read; never goes back, and is told later when there is no connection now. */
  read(conversationId: string, seq: number): void {
    this.marks.set(conversationId, seq)
  }

  /** The person's own choice; told until it is acknowledged. */
  presence(state: PresenceState): void {
    this.chosen = { type: 'PRESENCE', id: uuid(), state }
    this.connection.send(this.chosen)
  }

  accept(handoffId: string): Promise<Ack> {
    return this.commands.give({ type: 'HANDOFF_ACCEPT', id: uuid(), handoffId })
  }

  reject(handoffId: string, reason?: string): Promise<Ack> {
    return this.commands.give({ type: 'HANDOFF_REJECT', id: uuid(), handoffId, ...(reason ? { reason } : {}) })
  }

  private receive(frame: ServerFrame): void {
    if (frame.type === 'READY') this.ready(frame)
    else if (frame.type === 'PONG') this.pong(frame)
    else if (frame.type === 'TEXT') this.arrived(frame)
    else if (frame.type === 'MESSAGES') this.syncer.answered(frame, this.keep(frame.conversationId, frame.messages))
    else if (frame.type === 'ACK') this.acknowledged(frame)
    else if (frame.type === 'ERROR') this.failed(frame)
    this.events.emit(frame.type, frame as never)
  }

  private ready(frame: FrameOf<'READY'>): void {
    this.userId = frame.userId
    this.clock.hear(frame.serverTime)
    this.raise(frame.heads)
    this.syncer.ask(this.histories.keys(), true)
    this.marks.again()
    if (this.chosen) this.connection.send(this.chosen)
    this.outbox.adopt()
    this.sender.flush()
  }

  private pong({ heads, serverTime }: FrameOf<'PONG'>): void {
    this.clock.hear(serverTime)
    this.raise(heads)
    this.marks.answered()
    this.syncer.alive()
    this.syncer.ask(this.histories.keys())
  }

  private raise(heads: Heads): void {
    for (const [id, seq] of Object.entries(heads)) {
      const history = this.histories.get(id)
      if (history) history.head = seq
    }
  }

  private arrived(message: Message): void {
    this.keep(message.conversationId, [message])
    this.syncer.ask([message.conversationId])
  }

  /** Returns how many of the messages were not known. */
  private keep(conversationId: string, messages: readonly Message[]): number {
    const fresh = this.histories.get(conversationId)?.add(messages).length ?? 0
    // A message of ours that came back is committed, even when its ACK was lost.
    for (const { id } of messages) if (this.outbox.get(id)) this.sender.acknowledged({ id })
    this.changed({ conversationId })
    return fresh
  }

  private acknowledged(ack: Ack): void {
    if (ack.id === this.chosen?.id) this.chosen = null
    this.commands.acknowledged(ack)
    const written = this.sender.acknowledged(ack)
    if (ack.conversationId === undefined || ack.seq === undefined) return
    this.raise({ [ack.conversationId]: ack.seq })
    if (written) this.committed(written, ack.seq, ack.sentAt ?? new Date().toISOString())
    // A message that another tab wrote and this one sent again has to be asked for.
    this.syncer.ask([ack.conversationId])
  }

  private committed({ id, conversationId, body, contentType }: Unsent, seq: number, sentAt: string): void {
    const { senderType } = this.options
    const message = { id, conversationId, seq, senderType, senderId: this.userId, body, contentType, sentAt }
    this.keep(conversationId, [message])
    this.events.emit('sent', message)
  }

  private failed(failure: Failure): void {
    if (failure.id === this.chosen?.id) this.chosen = null
    this.commands.failed(failure)
    this.syncer.failed(failure)
    this.changed(this.sender.failed(failure))
  }

  private expire(): void {
    this.sender.expire()
    this.syncer.expire()
  }

  private readonly elsewhere = ({ key, newValue }: StorageEvent): void => {
    if (newValue === null) this.changed(this.outbox.removedElsewhere(key))
  }

  private moved(state: ConnectionState, closeCode?: number): void {
    if (state !== 'ready') {
      if (closeCode === CLOSED.tooBig) this.changed(this.sender.tooBig())
      this.syncer.forget()
      this.sender.forget()
      this.commands.forget()
    }
    this.events.emit('state', { state, closeCode })
  }

  private changed(of: { conversationId: string } | undefined): void {
    if (of) this.events.emit('changed', { conversationId: of.conversationId })
  }
}
