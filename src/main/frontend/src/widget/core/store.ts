import type { Store } from '@/shared/store'

export { openStore } from '@/shared/store'

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
