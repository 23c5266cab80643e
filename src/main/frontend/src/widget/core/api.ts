/** A request that the server refused, or that never reached it (`status` 0, code `unreachable`). */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    detail = '',
    readonly retryAfterMs: number | null = null,
  ) {
    super(detail)
  }

  /** True when trying again later may help. */
  get passing(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 500
  }
}

export interface Conversation {
  id: string
  state: 'OPEN' | 'WITH_AGENT' | 'CLOSED'
  agent?: { id: string; name: string } | null
  handoffId?: string | null
  lastSeq?: number
  readSeq?: number
  rating?: { score: number } | number | null
}

export interface Handoff {
  id: string
  state: string
  position?: number | null
  estimatedWaitSeconds?: number | null
  ticketId?: string | null
  ticketNumber?: string | null
}

/** The answer to a request for a person: a place in the queue, or a ticket when nobody is there. */
export interface HandoffAnswer {
  handoffId?: string | null
  position?: number | null
  estimatedWaitSeconds?: number | null
  ticketId?: string | null
  ticketNumber?: string | null
}

const PATIENCE_MS = 20_000

/** Speaks REST with the server; never sends the page's cookies. */
export class Api {
  constructor(
    private readonly server: string,
    private readonly language: () => string,
    private readonly request: typeof fetch = (...call) => fetch(...call),
  ) {}

  async call<T>(method: string, path: string, token: string | null, body?: unknown): Promise<T> {
    let answer: Response
    try {
      answer = await this.request(`${this.server}/api/v1${path}`, {
        method,
        credentials: 'omit',
        signal: AbortSignal.timeout(PATIENCE_MS),
        headers: {
          Accept: 'application/json',
          'Accept-Language': this.language(),
          ...(token && { Authorization: `Bearer ${token}` }),
          ...(body !== undefined && { 'Content-Type': 'application/json' }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      })
    } catch {
      throw new Problem(0, 'unreachable')
    }
    const json = (await answer.json().catch(() => null)) as (T & { code?: string; detail?: string }) | null
    if (!answer.ok) {
      const seconds = Number(answer.headers.get('Retry-After'))
      // Words without a code come from the machinery, not from Baton: they are not for customers.
      const { code = `http_${answer.status}`, detail } = json?.code ? json : {}
      throw new Problem(answer.status, code, detail, seconds ? seconds * 1000 : null)
    }
    return json as T
  }
}
