import { Problem, type Api } from './api'
import type { Profile } from './settings'
import type { Slot } from './store'

export interface Visitor {
  visitorId: string
  token: string
  expiresAt: string
  /** When the token came, on this machine's clock. */
  since: number
}

type Issued = Omit<Visitor, 'since'>

const RENEW_AFTER = 0.7

/** Keeps one visitor over reloads and his token fresh; a visitor the server no longer knows is replaced by a new one. */
export class Visitors {
  private pending: Promise<Visitor> | null = null
  private doubted = false

  constructor(
    private readonly api: Pick<Api, 'call'>,
    private readonly slot: Slot<Visitor>,
    private readonly introduce: () => { tenant: string; page: string; attributes: Record<string, string> } & Profile,
    private readonly now: () => number = Date.now,
  ) {}

  get known(): Visitor | null {
    return this.slot.read()
  }

  /** The server refused the token: the next use renews it whatever its age. */
  doubt(): void {
    this.doubted = true
  }

  /** The visitor with a token that may be used now. */
  current(): Promise<Visitor> {
    const visitor = this.known
    if (visitor && !this.doubted && this.now() < this.renewalAt(visitor)) return Promise.resolve(visitor)
    this.pending ??= this.obtain(visitor).finally(() => (this.pending = null))
    return this.pending
  }

  private renewalAt(visitor: Visitor): number {
    return visitor.since + (Date.parse(visitor.expiresAt) - visitor.since) * RENEW_AFTER
  }

  private async obtain(visitor: Visitor | null): Promise<Visitor> {
    if (visitor) {
      try {
        return this.keep(await this.api.call<Issued>('POST', '/visitors/renewal', visitor.token))
      } catch (problem) {
        if (!(problem instanceof Problem)) throw problem
        if (problem.passing) {
          if (!this.doubted && this.now() < Date.parse(visitor.expiresAt)) return visitor
          throw problem
        }
      }
    }
    return this.keep(await this.api.call<Issued>('POST', '/visitors', null, this.introduce()))
  }

  private keep({ visitorId, token, expiresAt }: Issued): Visitor {
    const visitor = { visitorId, token, expiresAt, since: this.now() }
    this.doubted = false
    this.slot.write(visitor)
    return visitor
  }
}
