import { uuid } from '../socket/ids'
import { ProblemError, type Problem } from './problem'

type Query = Record<string, string | number | boolean | null | undefined>

interface Settings {
  /** Sent as Accept-Language, so that names and details come back in the language of the screen. */
  language: () => string
  /** The session is over; the caller still gets the 401. */
  onUnauthorized: () => unknown
}

const settings: Settings = { language: () => 'zh-CN', onUnauthorized: () => {} }
const BASE = '/api/v1'

export function configureHttp(changes: Partial<Settings>): void {
  Object.assign(settings, changes)
}

/** The readable half of the CSRF pair; the server may change it at any answer, so it is never kept. */
function csrfToken(): string {
  const pair = document.cookie.split('; ').find((cookie) => cookie.startsWith('BATON-CSRF='))
  return pair ? decodeURIComponent(pair.slice('BATON-CSRF='.length)) : ''
}

export function urlOf(path: string, query: Query = {}): string {
  const given = Object.entries(query).filter(([, value]) => value !== null && value !== undefined && value !== '')
  const search = new URLSearchParams(given.map(([key, value]) => [key, String(value)])).toString()
  return BASE + path + (search ? `?${search}` : '')
}

async function call<T>(method: string, path: string, body?: unknown, options: CallOptions = {}): Promise<T> {
  const headers: Record<string, string> = { Accept: 'application/json', 'Accept-Language': settings.language() }
  if (method !== 'GET') headers['X-Baton-CSRF'] = csrfToken()
  if (options.creates) headers['Idempotency-Key'] = options.key ?? uuid()
  const form = body instanceof FormData
  if (options.version !== undefined) headers['If-Match'] = `"${options.version}"`
  if (body !== undefined && !form) headers['Content-Type'] = 'application/json'
  const response = await fetch(urlOf(path, options.query), {
    method,
    headers,
    credentials: 'same-origin',
    body: form ? body : body === undefined ? undefined : JSON.stringify(body),
    signal: options.signal,
  }).catch((cause: unknown) => {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause
    throw new ProblemError({ status: 0, code: 'offline' })
  })
  if (response.status === 401) settings.onUnauthorized()
  if (!response.ok) throw new ProblemError(await problemOf(response))
  if (response.status === 204) return undefined as T
  const text = await response.text()
  return (text ? JSON.parse(text) : undefined) as T
}

async function problemOf(response: Response): Promise<Problem> {
  const told = (await response.json().catch(() => ({}))) as Partial<Problem>
  const after = Number(response.headers.get('Retry-After'))
  return {
    ...told,
    status: response.status,
    code: told.code ?? `http_${response.status}`,
    retryAfterSeconds: after > 0 ? after : undefined,
  }
}

interface CallOptions {
  query?: Query
  signal?: AbortSignal
  /** Marks a POST that creates something; a repeat with the same key creates nothing new. */
  creates?: boolean
  key?: string
  /** The version that was seen; the server refuses when it is another one by now. */
  version?: number
}

export const http = {
  get: <T>(path: string, query?: Query, signal?: AbortSignal) => call<T>('GET', path, undefined, { query, signal }),
  post: <T>(path: string, body?: unknown, options?: CallOptions) => call<T>('POST', path, body, options),
  create: <T>(path: string, body?: unknown, key?: string) => call<T>('POST', path, body, { creates: true, key }),
  put: <T>(path: string, body?: unknown, version?: number) => call<T>('PUT', path, body, { version }),
  delete: <T>(path: string, version?: number) => call<T>('DELETE', path, undefined, { version }),
}
