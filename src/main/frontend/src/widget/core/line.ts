import { CLOSED, type BatonClient, type ConnectionState, type FrameOf, type History, type Unsent } from '@/shared/socket'
import type { Happening } from './phase'

export type Link = 'none' | ConnectionState | 'elsewhere'

/** What a line tells of its conversation. */
export interface Listener {
  happened(happening: Happening): void
  /** Messages came, went out, or were refused. */
  changed(): void
  moved(link: Link): void
  /** Connected (again): what happened in between has to be asked for. */
  ready(): void
  /** The server did not take the token. */
  refused(revoked: boolean): void
  typing(): void
  read(seq: number): void
  /** The customer has read up to `seq` in another window or on another device. */
  seen(seq: number): void
  /** The server holds the conversation in another state than this page. */
  stale(): void
}

/** One conversation on the socket: frames become happenings of this conversation, those of others are left alone. */
export class Line {
  readonly history: History
  private readonly ends: Array<() => void>
  private elsewhere = false

  constructor(
    private readonly client: BatonClient,
    readonly conversationId: string,
    private readonly listener: Listener,
  ) {
    this.history = client.track(conversationId, true)
    this.ends = [
      client.on('changed', (event) => this.ours(event.conversationId) && listener.changed()),
      client.on('state', ({ state, closeCode }) => this.moved(state, closeCode)),
      client.on('refused', () => listener.refused(false)),
      client.on('READY', () => listener.ready()),
      client.on('ERROR', ({ code }) => /closed|not_found/.test(code) && listener.stale()),
      client.on('TYPING', (frame) => this.ours(frame.conversationId) && listener.typing()),
      client.on('READ', (frame) => this.wasRead(frame)),
      client.on('TRANSFERRED', (frame) => this.ours(frame.conversationId) && listener.stale()),
      client.on('HANDOFF_QUEUED', ({ handoffId, position, estimatedWaitSeconds }) =>
        listener.happened({ type: 'queued', handoffId, position, waitSeconds: estimatedWaitSeconds ?? null }),
      ),
      client.on('HANDOFF_ACCEPTED', (frame) => this.accepted(frame)),
      client.on('HANDOFF_PAUSED', ({ handoffId }) => listener.happened({ type: 'paused', handoffId })),
      client.on('HANDOFF_RESUMED', ({ handoffId }) => listener.happened({ type: 'resumed', handoffId })),
      client.on('HANDOFF_COMPLETED', (frame) => this.completed(frame)),
    ]
    client.start()
  }

  get unsent(): Unsent[] {
    return this.client.outbox.list(this.conversationId)
  }

  text(body: string): void {
    this.client.text(this.conversationId, body, 'text/plain')
  }

  retry(id: string): void {
    this.client.retry(id)
  }

  discard(id: string): void {
    this.client.discard(id)
  }

  /** Says that something is written, not what. */
  typing(): void {
    this.client.typing(this.conversationId, '')
  }

  read(seq: number): void {
    this.client.read(this.conversationId, seq)
  }

  /** Connects now instead of later; never pushes aside a window that took over. */
  hurry(): void {
    if (this.client.state !== 'stopped') this.client.hurry()
    else if (!this.elsewhere) this.client.start()
  }

  /** Connects also when another window took over. */
  here(): void {
    this.client.start()
  }

  close(): void {
    for (const end of this.ends) end()
    this.client.stop()
  }

  private ours(conversationId: string): boolean {
    return conversationId === this.conversationId
  }

  private moved(state: ConnectionState, closeCode?: number): void {
    this.elsewhere = closeCode === CLOSED.kicked
    this.listener.moved(this.elsewhere ? 'elsewhere' : state)
    if (closeCode === CLOSED.revoked) this.listener.refused(true)
  }

  private wasRead({ conversationId, senderType, senderId, seq }: FrameOf<'READ'>): void {
    if (!this.ours(conversationId)) return
    const own = senderType === 'CUSTOMER' || (senderId && senderId === this.client.userId)
    if (own) this.listener.seen(seq)
    else this.listener.read(seq)
  }

  private accepted({ handoffId, conversationId, agent }: FrameOf<'HANDOFF_ACCEPTED'>): void {
    if (!this.ours(conversationId)) return
    this.listener.happened({ type: 'accepted', handoffId, agent: agent?.name ?? null })
    // What had ended goes on when its ticket is taken up: the server knows whether that is so.
    this.listener.stale()
  }

  private completed(frame: FrameOf<'HANDOFF_COMPLETED'>): void {
    if (!this.ours(frame.conversationId)) return
    const { handoffId, ticketId, ticketNumber } = frame
    this.listener.happened({ type: 'completed', handoffId, ticketId, ticketNumber })
    this.listener.stale()
  }
}
