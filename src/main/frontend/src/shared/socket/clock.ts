import { monotonic } from './monotonic'

/** What time it is at the server, by what it said last; by this machine's clock until it has spoken. */
export class ServerClock {
  private ahead: number | null = null

  hear(serverTime: string): void {
    const at = Date.parse(serverTime)
    if (!Number.isNaN(at)) this.ahead = at - monotonic()
  }

  now(): number {
    return this.ahead === null ? Date.now() : monotonic() + this.ahead
  }
}
