import type { Store } from '@/shared/socket'

/** The browser's store where it is allowed, else one that lives as long as the page. */
export function openStore(browser: () => Storage): Store {
  try {
    const store = browser()
    const probe = 'baton.probe'
    store.setItem(probe, '1')
    store.removeItem(probe)
    return store
  } catch {
    return new PageStore()
  }
}

class PageStore implements Store {
  private readonly entries = new Map<string, string>()

  get length(): number {
    return this.entries.size
  }
  key(index: number): string | null {
    return [...this.entries.keys()][index] ?? null
  }
  getItem(key: string): string | null {
    return this.entries.get(key) ?? null
  }
  setItem(key: string, value: string): void {
    this.entries.set(key, value)
  }
  removeItem(key: string): void {
    this.entries.delete(key)
  }
}

/** One JSON value in the store; what cannot be read counts as absent, what cannot be written is forgotten with the page. */
export class Slot<T> {
  private kept: T | null | undefined

  constructor(
    private readonly store: Store,
    readonly key: string,
  ) {}

  read(): T | null {
    if (this.kept === undefined) this.reload()
    return this.kept ?? null
  }

  /** Reads again what another tab may have written. */
  reload(): void {
    try {
      this.kept = JSON.parse(this.store.getItem(this.key) ?? 'null') as T | null
    } catch {
      this.kept = null
    }
  }

  write(value: T | null): void {
    this.kept = value
    try {
      if (value === null) this.store.removeItem(this.key)
      else this.store.setItem(this.key, JSON.stringify(value))
    } catch {
      // A full store must not stop anybody from writing.
    }
  }
}

/** Removes all that begins with this. */
export function forget(stores: readonly Store[], prefix: string): void {
  for (const store of stores) {
    const keys = Array.from({ length: store.length }, (_, i) => store.key(i) ?? '')
    for (const key of keys) if (key.startsWith(prefix)) store.removeItem(key)
  }
}
