/**
 * Does something at once when it is asked for, never twice at the same time, and at most once in so many milliseconds; what
 * was asked for meanwhile is done once afterwards.
 */
export function paced(work: () => Promise<unknown>, everyMs: number) {
  let wanted = false
  let running = false
  let stopped = false

  async function ask(): Promise<void> {
    wanted = true
    if (running) return
    running = true
    while (wanted && !stopped) {
      wanted = false
      await work().catch(() => {})
      await new Promise((done) => setTimeout(done, everyMs))
    }
    running = false
  }

  return { ask: () => void ask(), stop: () => void (stopped = true) }
}
