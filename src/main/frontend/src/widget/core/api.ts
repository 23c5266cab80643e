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
const UPLOAD_PATIENCE_MS = 5 * 60_000

/** Speaks REST with the server; never sends the page's cookies. */
export class Api {
  constructor(
    private readonly server: string,
    private readonly language: () => string,
    private readonly request: typeof fetch = (...call) => fetch(...call),
  ) {}

  async call<T>(method: string, path: string, token: string | null, body?: unknown): Promise<T> {
    const answer = await this.ask(method, path, token, body)
    const text = await answer.text().catch(() => '')
    if (!answer.ok) throw problemOf(answer.status, text, answer.headers.get('Retry-After'))
    return parsed(text) as T
  }

  /** Something that is no JSON, to keep or to show. */
  async blob(path: string, token: string): Promise<Blob> {
    const answer = await this.ask('GET', path, token)
    if (!answer.ok) throw problemOf(answer.status, await answer.text().catch(() => ''), answer.headers.get('Retry-After'))
    return answer.blob().catch(() => {
      throw new Problem(0, 'unreachable')
    })
  }

  /** Sends a form and tells how much of it has left, which `fetch` cannot. */
  upload(path: string, token: string, form: FormData, told: (share: number) => void, signal: AbortSignal): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const request = new XMLHttpRequest()
      const lost = () => reject(new Problem(0, 'unreachable'))
      request.open('POST', this.url(path))
      for (const [name, value] of Object.entries(this.headers(token))) request.setRequestHeader(name, value)
      request.timeout = UPLOAD_PATIENCE_MS
      request.upload.onprogress = ({ loaded, total }) => total > 0 && told(loaded / total)
      request.onerror = request.ontimeout = request.onabort = lost
      request.onload = () => {
        if (request.status >= 200 && request.status < 300) resolve(parsed(request.responseText))
        else reject(problemOf(request.status, request.responseText, request.getResponseHeader('Retry-After')))
      }
      signal.addEventListener('abort', () => request.abort())
      request.send(form)
    })
  }

  private async ask(method: string, path: string, token: string | null, body?: unknown): Promise<Response> {
    try {
      return await this.request(this.url(path), {
        method,
        credentials: 'omit',
        signal: AbortSignal.timeout(PATIENCE_MS),
        headers: { ...this.headers(token), ...(body !== undefined && { 'Content-Type': 'application/json' }) },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      })
    } catch {
      throw new Problem(0, 'unreachable')
    }
  }

  private url(path: string): string {
    return `${this.server}/api/v1${path}`
  }

  private headers(token: string | null): Record<string, string> {
    return { Accept: 'application/json, */*;q=0.5', 'Accept-Language': this.language(), ...(token && { Authorization: `Bearer ${token}` }) }
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return null
  }
}

/** Words without a code come from the machinery, not from Baton: they are not for customers. */
function problemOf(status: number, text: string, retryAfter: string | null): Problem {
  const json = parsed(text) as { code?: unknown; detail?: unknown } | null
  const seconds = Number(retryAfter)
  const patience = seconds > 0 ? seconds * 1000 : null
  if (typeof json?.code !== 'string') return new Problem(status, status === 413 ? 'too_large' : `http_${status}`, '', patience)
  return new Problem(status, json.code, typeof json.detail === 'string' ? json.detail : '', patience)
}
