import { Problem } from './api'

const STEPS_MS = [1_000, 2_000, 5_000, 10_000, 30_000]

/** Tries again what failed for a passing reason: later and later, at once when told that the network is back. */
export class Retry {
  private attempt = 0
  private timer?: ReturnType<typeof setTimeout>
  private again: (() => void) | null = null

  get waiting(): boolean {
    return this.again !== null
  }

  after(problem: unknown, again: () => void): void {
    this.forget()
    if (!(problem instanceof Problem) || !problem.passing) return
    const step = STEPS_MS[Math.min(this.attempt++, STEPS_MS.length - 1)]!
    this.again = again
    this.timer = setTimeout(() => this.now(), Math.max(step, problem.retryAfterMs ?? 0))
  }

  now(): void {
    const again = this.again
    this.forget()
    again?.()
  }

  succeeded(): void {
    this.attempt = 0
    this.forget()
  }

  private forget(): void {
    clearTimeout(this.timer)
    this.again = null
  }
}
