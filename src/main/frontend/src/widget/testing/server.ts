import { vi } from 'vitest'
import { BatonClient, type ClientFrame, type Message, type ServerFrame } from '@/shared/socket'
import { Problem } from '../core/api'
import { FILE } from '../core/file'
import { Notebook, type Memory } from '../core/memory'
import { Remote } from '../core/remote'
import { Session } from '../core/session'
import { openStore, Slot } from '../core/store'
import { Visitors, type Visitor } from '../core/visitor'

type Answer = unknown | ((body: unknown, token: string | null) => unknown)

/** A server in memory: REST answers by `METHOD path`, one socket that tests speak through. */
export class FakeServer {
  readonly calls: string[] = []
  readonly bodies = new Map<string, unknown>()
  readonly frames: ClientFrame[] = []
  readonly answers = new Map<string, Answer>([
    ['POST /visitors', { visitorId: 'v1', token: 'token', expiresAt: new Date(Date.now() + 3_600_000).toISOString() }],
    ['POST /conversations', { conversationId: 'c1' }],
    ['GET /conversations/c1', { id: 'c1', state: 'OPEN' }],
  ])
  stored: Message[] = []
  acknowledges = true
  private socket: FakeSocket | null = null

  readonly api = {
    call: vi.fn(async (method: string, path: string, token: string | null, body?: unknown) => {
      const key = `${method} ${path}`
      this.calls.push(key)
      this.bodies.set(key, body)
      const answer = this.answers.get(key)
      const told = typeof answer === 'function' ? (answer as (body: unknown, token: string | null) => unknown)(body, token) : answer
      if (told instanceof Problem) throw told
      return told
    }) as <T>(method: string, path: string, token: string | null, body?: unknown) => Promise<T>,
    upload: vi.fn(async (path: string, token: string, form: FormData, told: (share: number) => void, signal: AbortSignal) => {
      told(0.5)
      await new Promise((done, stopped) => {
        signal.addEventListener('abort', () => stopped(new Problem(0, 'unreachable')))
        this.transfer(done)
      })
      await this.api.call('POST', path, token, form)
      return this.keep(String(form.get('id')), form.get('file') as File)
    }),
    blob: vi.fn(async (path: string, token: string) => {
      const told = await this.api.call<Blob | undefined>('GET', path, token)
      return told ?? new Blob([path])
    }),
  }
  /** How long a file takes. */
  transfer: (done: (value?: unknown) => void) => void = (done) => done()

  private keep(id: string, file: File): Message {
    const known = this.stored.find((message) => message.id === id)
    if (known) return known
    const message = this.write(JSON.stringify({ fileId: `f-${id}`, name: file.name, contentType: file.type, size: file.size, thumbnail: false }), 'CUSTOMER', id)
    message.contentType = FILE
    this.say({ type: 'TEXT', ...message })
    return message
  }

  readonly connect = (store: Storage | ReturnType<typeof openStore>) => (visitorId: string) =>
    new BatonClient({
      address: () => ({ url: 'ws://test' }),
      store,
      storePrefix: `unsent.${visitorId}.`,
      senderType: 'CUSTOMER',
      open: () => (this.socket = new FakeSocket((frame) => this.received(frame))) as unknown as WebSocket,
    })

  get connected(): boolean {
    return this.socket !== null && this.socket.readyState === 1
  }

  say(frame: ServerFrame): void {
    this.socket?.onmessage?.({ data: JSON.stringify(frame) })
  }

  ready(): void {
    const heads = { c1: this.stored.length }
    this.say({ type: 'READY', userId: 'v1', role: 'customer', tenant: 'acme', heads, serverTime: '' })
  }

  cut(code = 1006): void {
    this.socket?.end(code)
  }

  /** Stores a message as the server would and delivers it. */
  write(body: string, senderType: Message['senderType'] = 'AGENT', id = `m${this.stored.length + 1}`): Message {
    const seq = this.stored.length + 1
    const message: Message = {
      id,
      conversationId: 'c1',
      seq,
      senderType,
      senderId: 'x',
      body,
      contentType: 'text/plain',
      sentAt: '2026-11-22T08:00:00Z',
    }
    this.stored.push(message)
    return message
  }

  private received(frame: ClientFrame): void {
    this.frames.push(frame)
    if (frame.type === 'SYNC') {
      const messages = this.stored.filter((message) => message.seq > (frame.conversations.c1 ?? 0))
      this.say({ type: 'MESSAGES', conversationId: 'c1', messages, more: false })
    }
    if (frame.type === 'TEXT' && this.acknowledges) this.acknowledge(frame)
  }

  acknowledge(frame: { id: string; body: string }): void {
    const known = this.stored.find((message) => message.id === frame.id)
    const message = known ?? this.write(frame.body, 'CUSTOMER', frame.id)
    this.say({ type: 'ACK', id: frame.id, conversationId: 'c1', seq: message.seq, sentAt: message.sentAt })
  }
}

class FakeSocket {
  readyState = 1
  onopen: (() => void) | null = null
  onmessage: ((event: { data: string }) => void) | null = null
  onclose: ((event: { code: number }) => void) | null = null

  constructor(private readonly receive: (frame: ClientFrame) => void) {
    queueMicrotask(() => this.onopen?.())
  }
  send(data: string): void {
    this.receive(JSON.parse(data) as ClientFrame)
  }
  close(code = 1000): void {
    this.end(code)
  }
  end(code: number): void {
    if (this.readyState === 3) return
    this.readyState = 3
    this.onclose?.({ code })
  }
}

/** A page with the widget's core; pages made with the same store are reloads of one another. */
export function openPage(server: FakeServer, store = openStore(() => localStorage)) {
  const memory = new Slot<Memory>(store, 'memory')
  const visitors = new Visitors(server.api, new Slot<Visitor>(store, 'visitor'), () => ({
    tenant: 'acme',
    page: 'https://shop.test/',
    attributes: {},
  }))
  const session = new Session(new Remote(server.api, visitors), new Notebook(memory), server.connect(store), undefined, () => ({ size: 5 * 1024 * 1024, endings: ['png', 'pdf', 'txt'] }))
  const bodies = () => session.view.entries.map((entry) => entry.body)
  return { session, view: session.view, memory, visitors, bodies }
}

/** Lets all that was promised happen. */
export async function settled(): Promise<void> {
  for (let i = 0; i < 20; i++) await Promise.resolve()
}
