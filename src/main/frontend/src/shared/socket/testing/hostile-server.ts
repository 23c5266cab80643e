import type { ClientFrame, Heads, Message, SenderType, ServerFrame } from '../frames'
import type { Chance } from './chance'
import { contracts } from './contract'

const AGENT = 'kf001'
const CODES = [1001, 1006, 1006, 1011, 1012, 1013] as const
const PASSING = ['slow_down', 'unavailable', 'internal'] as const
const NONSENSE = ['', '{', 'null', '[]', '{"type":"FUTURE","x":1}', '{"type":"TEXT"}', '{"type":"MESSAGES","messages":7}', '{"type":"READY"}']
const LONG_AGO = '2026-11-22T01:00:00Z'

/**
 * Keeps the promises of the contract about what is committed, and nothing else: frames are lost, doubled and overtake each
 * other, connections break at any point, heads are old or too high, and refusals come at random. Peace ends all that.
 */
export class HostileServer {
  readonly sockets: HostileSocket[] = []
  readonly breaches: string[] = []
  readonly reads = new Map<string, number>()
  peace = false
  private readonly committed = new Map<string, Message[]>()
  private readonly clientFrames = contracts()

  constructor(
    readonly chance: Chance,
    readonly conversations: readonly string[],
  ) {
    for (const id of conversations) this.committed.set(id, [])
  }

  readonly open = (): WebSocket => {
    const socket = new HostileSocket(this)
    this.sockets.push(socket)
    return socket as unknown as WebSocket
  }

  messages(conversationId: string): readonly Message[] {
    return this.committed.get(conversationId) ?? []
  }

  /** Somebody else writes. */
  write(conversationId: string, body: string): void {
    this.commit({ id: crypto.randomUUID(), conversationId, body }, 'CUSTOMER', null)
  }

  heads(): Heads {
    const heads: Heads = {}
    for (const [id, messages] of this.committed) {
      if (!this.peace && this.chance.percent(20)) continue
      const lie = this.peace ? 0 : this.chance.percent(30) ? -this.chance.upTo(5) : this.chance.percent(5) ? 2 : 0
      heads[id] = Math.max(0, messages.length + lie)
    }
    return heads
  }

  received(frame: ClientFrame, from: HostileSocket): void {
    const contract = this.clientFrames.get(`client.${frame.type}`)
    const unknown = Object.keys(frame).filter((field) => !contract?.properties.includes(field))
    const missing = contract?.required.filter((field) => !(field in frame)) ?? []
    if (!contract || unknown.length + missing.length > 0) this.breaches.push(JSON.stringify(frame))
    if (frame.type === 'PING') from.say({ type: 'PONG', serverTime: LONG_AGO, heads: this.heads() })
    if (frame.type === 'TEXT') this.text(frame, from)
    if (frame.type === 'SYNC') this.sync(frame, from)
    if (frame.type === 'READ') this.reads.set(frame.conversationId, Math.max(frame.seq, this.reads.get(frame.conversationId) ?? 0))
  }

  /** Cuts, freezes, kicks or drains a connection that is open. */
  attack(): void {
    const socket = this.chance.of(this.sockets.filter((one) => one.readyState === 1))
    if (!socket) return
    const harm = this.chance.upTo(9)
    if (harm === 0) socket.frozen = true
    else if (harm === 1) socket.kick()
    else if (harm === 2) socket.raw(this.chance.of(NONSENSE))
    else socket.end(this.chance.of(CODES))
  }

  private text(frame: ClientFrame & { type: 'TEXT' }, from: HostileSocket): void {
    const { id, conversationId } = frame
    const known = this.messages(conversationId).find((message) => message.id === id)
    if (known) return from.say({ type: 'ACK', id, conversationId, seq: known.seq, sentAt: known.sentAt })
    if (!this.peace && this.chance.percent(25)) return from.say(this.refusal(id))
    this.commit(frame, 'AGENT', from)
  }

  private refusal(id: string): ServerFrame {
    if (this.chance.percent(15)) return { type: 'ERROR', code: 'conversation_closed', message: 'closed', id }
    const retryAfterMs = this.chance.percent(50) ? { retryAfterMs: this.chance.upTo(3_000) } : {}
    return { type: 'ERROR', code: this.chance.of(PASSING), message: '', id, ...retryAfterMs }
  }

  private sync(frame: ClientFrame & { type: 'SYNC' }, from: HostileSocket): void {
    const asked = Object.entries(frame.conversations)
    if (asked.length > 100) this.breaches.push(`SYNC of ${asked.length}`)
    const unknown = asked.some(([id]) => !this.committed.has(id))
    if (unknown) return from.say({ type: 'ERROR', code: 'conversation_unknown', message: '', id: frame.id })
    if (!this.peace && this.chance.percent(15)) return from.say({ ...this.refusal(frame.id), code: 'unavailable' } as ServerFrame)
    for (const [conversationId, after] of asked) {
      const size = this.peace ? (frame.limit ?? 200) : 1 + this.chance.upTo(8)
      const rest = this.messages(conversationId).filter((message) => message.seq > after)
      from.say({ type: 'MESSAGES', conversationId, messages: rest.slice(0, size), more: rest.length > size })
    }
  }

  private commit({ id, conversationId, body }: Pick<Message, 'id' | 'conversationId' | 'body'>, senderType: SenderType, from: HostileSocket | null): void {
    const messages = this.committed.get(conversationId)!
    const seq = messages.length + 1
    const message = { id, conversationId, seq, senderType, senderId: senderType === 'AGENT' ? AGENT : 'v1', body, contentType: 'text/plain', sentAt: LONG_AGO }
    messages.push(message)
    for (const socket of this.sockets) {
      if (socket === from) socket.say({ type: 'ACK', id, conversationId, seq, sentAt: LONG_AGO })
      else socket.say({ type: 'TEXT', ...message, novelty: true } as ServerFrame)
    }
  }
}

/** One connection through a network that loses, doubles and delays frames, and lets them overtake each other. */
export class HostileSocket {
  readyState = 0
  frozen = false
  onopen: (() => void) | null = null
  onmessage: ((event: { data: unknown }) => void) | null = null
  onclose: ((event: { code: number }) => void) | null = null

  constructor(private readonly server: HostileServer) {
    const { chance, peace } = server
    if (!peace && chance.percent(20)) setTimeout(() => this.end(1006), chance.upTo(500))
    else setTimeout(() => this.greet(), chance.upTo(50))
  }

  send(data: string): void {
    // What is on its way still arrives when the connection has broken meanwhile.
    this.carry(() => this.server.received(JSON.parse(data) as ClientFrame, this))
  }

  close(code: number): void {
    if (code !== 1000 && code < 3000) this.server.breaches.push(`closed with ${code}`)
    this.readyState = 3
  }

  end(code: number): void {
    if (this.readyState === 3) return
    this.readyState = 3
    this.onclose?.({ code })
  }

  kick(): void {
    this.say({ type: 'KICKED', reason: 'newer_device' })
    setTimeout(() => this.end(this.server.chance.percent(50) ? 4001 : 1006), 100)
  }

  say(frame: ServerFrame): void {
    if (this.readyState === 1) this.carry(() => this.raw(JSON.stringify(frame)))
  }

  raw(data: unknown): void {
    if (this.readyState === 1) this.onmessage?.({ data })
  }

  private greet(): void {
    if (this.readyState !== 0) return
    this.readyState = 1
    this.onopen?.()
    if (!this.server.peace && this.server.chance.percent(5)) return
    this.say({ type: 'READY', userId: AGENT, role: 'agent', tenant: 'acme', heads: this.server.heads(), serverTime: LONG_AGO })
  }

  private carry(deliver: () => void): void {
    const { chance, peace } = this.server
    if (this.frozen || (!peace && chance.percent(8))) return
    const times = !peace && chance.percent(10) ? 2 : 1
    for (let i = 0; i < times; i++) setTimeout(() => !this.frozen && deliver(), peace ? 5 : this.delay())
  }

  private delay(): number {
    const { chance } = this.server
    return chance.percent(2) ? chance.upTo(30_000) : chance.percent(20) ? chance.upTo(800) : chance.upTo(40)
  }
}
