import { uuid } from './ids'

/** A message that was written here and is not known to be committed. */
export interface Unsent {
  id: string
  conversationId: string
  body: string
  contentType: string
  at: number
  /** Grows with each message that is written, whatever the clock says. */
  order: number
  /** Why the server refused it for good, in its words; such a message waits for the person who wrote it. */
  refused?: string
  /** The code of that refusal. */
  refusal?: string
}

export type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

/**
 * Messages kept until they are acknowledged, across reloads and crashes of the page.
 *
 * Each one has a key of its own, so that two tabs never overwrite each other's list. When the store is full or refused
 * by the browser, messages live as long as the page.
 */
export class Outbox {
  private readonly unsent = new Map<string, Unsent>()

  constructor(
    private readonly store: Store | null,
    private readonly prefix: string,
    private readonly now: () => number = Date.now,
  ) {
    this.adopt()
  }

  write(conversationId: string, body: string, contentType: string): Unsent {
    const last = Math.max(0, ...[...this.unsent.values()].map((message) => message.order))
    const message = { id: uuid(), conversationId, body, contentType, at: this.now(), order: Math.max(last + 1, this.now()) }
    this.put(message)
    return message
  }

  put(message: Unsent): void {
    this.unsent.set(message.id, message)
    try {
      this.store?.setItem(this.prefix + message.id, JSON.stringify(message))
    } catch {
      // A full store must not stop anybody from writing.
    }
  }

  remove(id: string): Unsent | undefined {
    const message = this.unsent.get(id)
    this.unsent.delete(id)
    this.store?.removeItem(this.prefix + id)
    return message
  }

  /** Takes up what another tab, or the page before, left in the store. */
  adopt(): void {
    for (const key of this.keys()) {
      const message = this.parse(key)
      if (message && !this.unsent.has(message.id)) this.unsent.set(message.id, message)
    }
  }

  /** Another tab removed this key from the store, because it was sent or discarded; returns what it held. */
  removedElsewhere(key: string | null): Unsent | undefined {
    const id = key?.startsWith(this.prefix) ? key.slice(this.prefix.length) : ''
    const message = this.unsent.get(id)
    this.unsent.delete(id)
    return message
  }

  get(id: string): Unsent | undefined {
    return this.unsent.get(id)
  }

  /** In the order of writing; of one conversation, or of all. */
  list(conversationId?: string): Unsent[] {
    return [...this.unsent.values()]
      .filter((m) => conversationId === undefined || m.conversationId === conversationId)
      .sort((a, b) => a.order - b.order)
  }

  private keys(): string[] {
    if (!this.store) return []
    return Array.from({ length: this.store.length }, (_, i) => this.store?.key(i) ?? '').filter((key) =>
      key.startsWith(this.prefix),
    )
  }

  private parse(key: string): Unsent | null {
    try {
      const value = JSON.parse(this.store?.getItem(key) ?? '') as Partial<Unsent>
      return value.id && value.conversationId && typeof value.body === 'string'
        ? ({ ...value, order: value.order ?? value.at ?? 0 } as Unsent)
        : null
    } catch {
      return null
    }
  }
}
