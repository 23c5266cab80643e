/** Listeners by event; one that fails does not keep the others from hearing, and is reported to the page. */
export class Events<E extends object> {
  private readonly listeners = new Map<keyof E, Set<(event: never) => void>>()

  /** Returns the function that ends the listening. */
  on<K extends keyof E>(event: K, listener: (event: E[K]) => void): () => void {
    const all = this.listeners.get(event) ?? new Set()
    this.listeners.set(event, all.add(listener as (event: never) => void))
    return () => all.delete(listener as (event: never) => void)
  }

  emit<K extends keyof E>(event: K, value: E[K]): void {
    for (const listener of [...(this.listeners.get(event) ?? [])]) {
      try {
        ;(listener as (event: E[K]) => void)(value)
      } catch (failure) {
        queueMicrotask(() => {
          throw failure
        })
      }
    }
  }
}
