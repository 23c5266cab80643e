export type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

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

/** What outlives the browser, and what outlives a reload of this tab. */
export const browserStore = openStore(() => localStorage)
export const tabStore = openStore(() => sessionStorage)

/** Keeps a choice of the person; a full store must not stop anybody from choosing. */
export function remember(key: string, value: string): void {
  try {
    browserStore.setItem(key, value)
  } catch {
    // The choice holds until the page is loaded again.
  }
}
