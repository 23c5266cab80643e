import { backoff } from './backoff'
import type { ClientFrame, ServerFrame } from './frames'

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

const STOPPING = new Set([1008, 4001, 4003])
const READY_WITHIN_MS = 15_000
const PING_EVERY_MS = 30_000
const PONG_WITHIN_MS = 10_000

/** Keeps one socket open: begins again after each loss, asks for a sign of life, and stops when told to go away. */
export class Connection {
  private socket: WebSocket | null = null
  private current: ConnectionState = 'stopped'
  private attempt = 0
  private generation = 0
  private retry?: ReturnType<typeof setTimeout>
  private watchdog?: ReturnType<typeof setTimeout>
  private heartbeat?: ReturnType<typeof setInterval>

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
    this.drop(1000)
    this.move('stopped')
  }

  /** The network is back: no need to wait for the next attempt. */
  hurry(): void {
    if (this.current === 'waiting') void this.connect()
    else if (this.current === 'ready') this.ping()
  }

  /** False when there is no ready connection; nothing is kept. */
  send(frame: ClientFrame): boolean {
    if (this.current !== 'ready' || this.socket?.readyState !== 1) return false
    this.socket.send(JSON.stringify(frame))
    return true
  }

  private async connect(): Promise<void> {
    this.drop(1000)
    const generation = this.generation
    this.move('connecting')
    let socket: WebSocket
    try {
      const address = await this.options.address()
      if (generation !== this.generation) return
      socket = (this.options.open ?? ((a) => new WebSocket(a.url, a.protocols)))(address)
    } catch {
      if (generation === this.generation) this.lost(generation, 1006, false)
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
    clearTimeout(this.watchdog)
    if (frame.type === 'READY') {
      this.move('ready')
      clearInterval(this.heartbeat)
      this.heartbeat = setInterval(() => this.ping(), PING_EVERY_MS)
    }
    if (frame.type === 'PONG') this.attempt = 0
    this.options.onFrame(frame)
  }

  private ping(): void {
    if (this.send({ type: 'PING' })) this.watch(PONG_WITHIN_MS)
  }

  private watch(ms: number): void {
    clearTimeout(this.watchdog)
    const generation = this.generation
    this.watchdog = setTimeout(() => this.lost(generation, 1006, true), ms)
  }

  private lost(generation: number, code: number, opened: boolean): void {
    if (generation !== this.generation) return
    const wasReady = this.current === 'ready'
    this.drop(1000)
    if (STOPPING.has(code)) {
      this.move('stopped', code)
      return
    }
    this.move('waiting', code)
    if (!opened) this.options.onRefused?.()
    if (this.state !== 'waiting') return
    const delay = code === 1001 && wasReady ? 0 : backoff(this.attempt++, this.options.random)
    this.retry = setTimeout(() => void this.connect(), delay)
  }

  private drop(code: number): void {
    this.generation++
    clearTimeout(this.retry)
    clearTimeout(this.watchdog)
    clearInterval(this.heartbeat)
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

function parse(data: string): ServerFrame | null {
  try {
    const frame = JSON.parse(data) as ServerFrame
    return typeof frame?.type === 'string' ? frame : null
  } catch {
    return null
  }
}
