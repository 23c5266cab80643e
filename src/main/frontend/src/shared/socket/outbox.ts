/** A message that was written here and is not known to be committed. */
export interface Unsent {
  id: string
  conversationId: string
  body: string
  contentType: string
  at: number
  /** Why the server refused it for good; such a message waits for the person who wrote it. */
  refused?: string
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
  ) {
    for (const key of this.keys()) {
      const message = this.parse(key)
      if (message) this.unsent.set(message.id, message)
    }
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

  get(id: string): Unsent | undefined {
    return this.unsent.get(id)
  }

  /** In the order of writing; of one conversation, or of all. */
  list(conversationId?: string): Unsent[] {
    return [...this.unsent.values()]
      .filter((m) => conversationId === undefined || m.conversationId === conversationId)
      .sort((a, b) => a.at - b.at)
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
        ? (value as Unsent)
        : null
    } catch {
      return null
    }
  }
}
