import { alone } from './alone'
import { Problem, type Api } from './api'
import type { Profile } from './settings'
import type { Slot } from './store'

export interface Visitor {
  visitorId: string
  token: string
  expiresAt: string
  /** The company's own id of the customer, for whom it was got; absent for somebody unknown. */
  externalId?: string
  /** When the token came, on this machine's clock. */
  since: number
}

type Issued = Omit<Visitor, 'since' | 'externalId'>

const RENEW_AFTER = 0.7
const SHORTEST_MS = 60_000

/**
 * Keeps one visitor over reloads, long breaks and several windows, and his token fresh. A token that is over is renewed as
 * well; only a visitor whom the server no longer knows is replaced by a new one.
 */
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

  /** The next use introduces somebody new. */
  forget(): void {
    this.slot.write(null)
  }

  /** The server refused the token: the next use renews it whatever its age. */
  doubt(): void {
    this.doubted = true
  }

  /** The visitor with a token that may be used now. */
  current(): Promise<Visitor> {
    const visitor = this.known
    if (visitor && !this.doubted && this.lasts(visitor, RENEW_AFTER)) return Promise.resolve(visitor)
    this.pending ??= alone(this.slot.key, () => this.obtain(visitor)).finally(() => (this.pending = null))
    return this.pending
  }

  /** Within this share of the token's life; a clock that was set back says nothing about it. */
  private lasts(visitor: Visitor, share: number): boolean {
    const age = this.now() - visitor.since
    return age >= 0 && age < lifeOf(visitor) * share
  }

  private async obtain(before: Visitor | null): Promise<Visitor> {
    this.slot.reload()
    const visitor = this.known ?? before
    if (!visitor) return this.arrive()
    // Another window was faster.
    if (visitor.token !== before?.token && this.lasts(visitor, RENEW_AFTER)) return this.trust(visitor)
    try {
      return this.keep(await this.api.call<Issued>('POST', '/visitors/renewal', visitor.token))
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem
      if (problem.status === 401) return this.arrive()
      if (problem.passing && this.lasts(visitor, 1)) return visitor
      throw problem
    }
  }

  private async arrive(): Promise<Visitor> {
    const introduction = this.introduce()
    return this.keep(await this.api.call<Issued>('POST', '/visitors', null, introduction), introduction.externalId)
  }

  private keep({ visitorId, token, expiresAt }: Issued, externalId = this.known?.externalId): Visitor {
    const visitor = { visitorId, token, expiresAt, since: this.now(), ...(externalId && { externalId }) }
    this.slot.write(visitor)
    return this.trust(visitor)
  }

  private trust(visitor: Visitor): Visitor {
    this.doubted = false
    return visitor
  }
}

/** For how long a token is good: by its own words where it has some, since this machine's clock may be wrong. */
function lifeOf({ token, expiresAt, since }: Visitor): number {
  try {
    const words = token.split('.')[1]!.replace(/-/g, '+').replace(/_/g, '/')
    const { iat, exp } = JSON.parse(atob(words)) as { iat: number; exp: number }
    if (exp > iat) return (exp - iat) * 1000
  } catch {
    // A token of another kind.
  }
  return Math.max(Date.parse(expiresAt) - since, SHORTEST_MS)
}
