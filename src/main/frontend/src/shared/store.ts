type Browser = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

/** A store of the browser that may be full or forbidden: what it does not take is kept as long as the page lives. */
export class SafeStore implements Browser {
  private readonly kept = new Map<string, string>()

  constructor(private readonly browser: () => Browser) {}

  get length(): number {
    return this.keys().length
  }

  key(index: number): string | null {
    return this.keys()[index] ?? null
  }

  getItem(key: string): string | null {
    return this.kept.get(key) ?? this.ask((store) => store.getItem(key), null)
  }

  setItem(key: string, value: string): void {
    this.kept.delete(key)
    if (!this.ask((store) => (store.setItem(key, value), true), false)) this.kept.set(key, value)
  }

  removeItem(key: string): void {
    this.kept.delete(key)
    this.ask((store) => store.removeItem(key), undefined)
  }

  /** Whether what is kept under this key is still there after a reload. */
  lasts(key: string): boolean {
    return !this.kept.has(key)
  }

  /** Removes all whose key begins so. */
  forget(prefix: string): void {
    for (const key of this.keys()) if (key.startsWith(prefix)) this.removeItem(key)
  }

  private keys(): string[] {
    const stored = this.ask((store) => Array.from({ length: store.length }, (_, i) => store.key(i) ?? ''), [])
    return [...new Set([...stored, ...this.kept.keys()])]
  }

  private ask<T>(question: (store: Browser) => T, otherwise: T): T {
    try {
      return question(this.browser())
    } catch {
      return otherwise
    }
  }
}

export const localStore = new SafeStore(() => localStorage)
export const sessionStore = new SafeStore(() => sessionStorage)

/** Where the drafts of a person lie: whoever logs out leaves none behind. */
export const draftsOf = ({ id, tenant }: { id: string; tenant: { id: string } }) => `baton.draft.${tenant.id}.${id}.`
