import type { ServerFrame } from '../frames'

/** A socket whose other end is in the hands of a test. */
export class FakeSocket {
  static all: FakeSocket[] = []
  readyState = 0
  closedWith: number | null = null
  readonly sent: Record<string, unknown>[] = []
  onopen: (() => void) | null = null
  onmessage: ((event: { data: unknown }) => void) | null = null
  onclose: ((event: { code: number }) => void) | null = null

  constructor() {
    FakeSocket.all.push(this)
  }

  static get last(): FakeSocket {
    return FakeSocket.all.at(-1)!
  }

  send(data: string): void {
    this.sent.push(JSON.parse(data) as Record<string, unknown>)
  }

  close(code: number): void {
    this.closedWith = code
    this.readyState = 3
  }

  open(): this {
    this.readyState = 1
    this.onopen?.()
    return this
  }

  /** Opens and says READY. */
  ready(heads: Record<string, number> = {}): this {
    return this.open().says({
      type: 'READY',
      userId: 'kf001',
      role: 'agent',
      tenant: 'acme',
      heads,
      serverTime: '2026-11-22T00:00:00Z',
    })
  }

  says(frame: ServerFrame): this {
    return this.raw(JSON.stringify(frame))
  }

  raw(data: unknown): this {
    this.onmessage?.({ data })
    return this
  }

  cut(code = 1006): void {
    this.readyState = 3
    this.onclose?.({ code })
  }

  of(type: string): Record<string, unknown>[] {
    return this.sent.filter((frame) => frame.type === type)
  }
}

/** A store like the browser's, without one. */
export class MemoryStore {
  private readonly map = new Map<string, string>()
  refuses = false

  get length(): number {
    return this.map.size
  }
  key(index: number): string | null {
    return [...this.map.keys()][index] ?? null
  }
  getItem(key: string): string | null {
    return this.map.get(key) ?? null
  }
  setItem(key: string, value: string): void {
    if (this.refuses) throw new Error('full')
    this.map.set(key, value)
  }
  removeItem(key: string): void {
    this.map.delete(key)
  }
}
