import { backoff } from './backoff'
import type { ClientFrame, ServerFrame } from './frames'
import { monotonic } from './monotonic'
import { parse } from './parse'

export type ConnectionState = 'connecting' | 'ready' | 'waiting' | 'stopped'

export interface Address {
  url: string
  protocols?: string[]
}

export interface ConnectionOptions {
  /** Asked before each attempt, so that a token can be renewed first. */
  address: () => Address | Promise<Address>
  onFrame: (frame: ServerFrame) => void
  onState: (state: ConnectionState, closeCode?: number) => void
  /** The server refused the handshake, or was not reached: a browser cannot tell which. */
  onRefused?: () => void
  open?: (address: Address) => WebSocket
  random?: () => number
}

export const CLOSED = { leaving: 1000, goingAway: 1001, lost: 1006, policy: 1008, tooBig: 1009, overloaded: 1013, abandoned: 4000, kicked: 4001, revoked: 4003 } as const

const STOPPING = new Set<number>([CLOSED.policy, CLOSED.kicked, CLOSED.revoked])
const READY_WITHIN_MS = 15_000
const PING_EVERY_MS = 30_000
const PONG_WITHIN_MS = 10_000
const CLOSE_WITHIN_MS = 2_000
const STABLE_AFTER_MS = 20_000
const SPREAD_MS = 1_000
const HUNG_AFTER_MS = 3_000
const OVERLOADED_ATTEMPT = 2

/** Keeps one socket open: begins again after each loss, asks for a sign of life, and stops when told to go away. */
export class Connection {
  private socket: WebSocket | null = null
  private current: ConnectionState = 'stopped'
  private attempt = 0
  private begun = 0
  private generation = 0
  private kicked = false
  private retry?: ReturnType<typeof setTimeout>
  private watchdog?: ReturnType<typeof setTimeout>
  private heartbeat?: ReturnType<typeof setInterval>
  private stable?: ReturnType<typeof setTimeout>

  constructor(private readonly options: ConnectionOptions) {}

  get state(): ConnectionState {
    return this.current
  }

  start(): void {
    if (this.current === 'connecting' || this.current === 'ready') return
    void this.connect()
  }

  /** Ends the connection for good, until `start`. */
  stop(): void {
    this.drop(CLOSED.leaving)
    this.move('stopped')
  }

  /** The network has changed: no need to wait for the next attempt, or for an answer that may never come. */
  hurry(): void {
    if (this.current === 'ready') this.ping()
    else if (this.current === 'waiting' || this.hung) void this.connect()
  }

  /** False when there is no ready connection; nothing is kept. */
  send(frame: ClientFrame): boolean {
    if (this.current !== 'ready' || this.socket?.readyState !== 1) return false
    this.socket.send(JSON.stringify(frame))
    return true
  }

  private get hung(): boolean {
    return this.current === 'connecting' && this.socket?.readyState === 0 && monotonic() - this.begun > HUNG_AFTER_MS
  }

  private async connect(): Promise<void> {
    this.drop(CLOSED.abandoned)
    const generation = this.generation
    this.begun = monotonic()
    this.move('connecting')
    let socket: WebSocket
    try {
      const address = await this.options.address()
      if (generation !== this.generation) return
      socket = (this.options.open ?? ((a) => new WebSocket(a.url, a.protocols)))(address)
    } catch {
      this.lost(generation, CLOSED.lost, false)
      return
    }
    this.socket = socket
    let opened = false
    socket.onopen = () => (opened = true)
    socket.onmessage = (event) => this.receive(generation, event.data)
    socket.onclose = (event) => this.lost(generation, event.code, opened)
    this.watch(READY_WITHIN_MS)
  }

  private receive(generation: number, data: unknown): void {
    if (generation !== this.generation || typeof data !== 'string') return
    const frame = parse(data)
    if (!frame) return
    if (frame.type === 'READY') this.ready()
    if (this.current === 'ready' && !this.kicked) this.calm()
    if (frame.type === 'KICKED') this.leave()
    this.options.onFrame(frame)
  }

  private ready(): void {
    clearInterval(this.heartbeat)
    clearTimeout(this.stable)
    this.heartbeat = setInterval(() => this.ping(), PING_EVERY_MS)
    // A server that greets and throws out again must not be asked again at once, for ever.
    this.stable = setTimeout(() => (this.attempt = 0), STABLE_AFTER_MS)
    this.move('ready')
  }

  /** Told to go: whatever the close says in the end, coming back would throw out the other device. */
  private leave(): void {
    this.kicked = true
    this.calm()
    this.watch(CLOSE_WITHIN_MS)
  }

  /** While an answer is awaited, asking again would only put off its end. */
  private ping(): void {
    if (this.watchdog === undefined && this.send({ type: 'PING' })) this.watch(PONG_WITHIN_MS)
  }

  private watch(ms: number): void {
    this.calm()
    const generation = this.generation
    this.watchdog = setTimeout(() => this.lost(generation, CLOSED.lost, true), ms)
  }

  private calm(): void {
    clearTimeout(this.watchdog)
    this.watchdog = undefined
  }

  private lost(generation: number, closeCode: number, opened: boolean): void {
    if (generation !== this.generation) return
    const code = this.kicked ? CLOSED.kicked : closeCode
    const wasReady = this.current === 'ready'
    this.drop(CLOSED.abandoned)
    if (STOPPING.has(code)) {
      this.move('stopped', code)
      return
    }
    this.move('waiting', code)
    if (!opened) this.options.onRefused?.()
    if (this.state === 'waiting') this.retry = setTimeout(() => void this.connect(), this.delay(code, wasReady))
  }

  /** At once where a node sends everybody elsewhere, a little apart; else later each time. */
  private delay(code: number, wasReady: boolean): number {
    if (code === CLOSED.overloaded) this.attempt = Math.max(this.attempt, OVERLOADED_ATTEMPT)
    const attempt = this.attempt++
    const { random = Math.random } = this.options
    const elsewhere = code === CLOSED.goingAway && wasReady && attempt === 0
    return elsewhere ? Math.round(random() * SPREAD_MS) : backoff(attempt, random)
  }

  /** Gives up the socket; only `leaving` tells the server that the person meant to go. */
  private drop(code: number): void {
    this.generation++
    this.kicked = false
    clearTimeout(this.retry)
    clearTimeout(this.stable)
    clearInterval(this.heartbeat)
    this.calm()
    const socket = this.socket
    this.socket = null
    if (socket && socket.readyState < 2) socket.close(code)
  }

  private move(state: ConnectionState, closeCode?: number): void {
    if (state === this.current && closeCode === undefined) return
    this.current = state
    this.options.onState(state, closeCode)
  }
}
