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

function headersOf(method: string): Record<string, string> {
  const headers = { Accept: 'application/json', 'Accept-Language': settings.language() }
  return method === 'GET' ? headers : { ...headers, 'X-Baton-CSRF': csrfToken() }
}

async function call<T>(method: string, path: string, body?: unknown, options: CallOptions = {}): Promise<T> {
  const headers = headersOf(method)
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
  if (!response.ok) throw new ProblemError(problemOf(response.status, await response.json().catch(() => ({})), response.headers.get('Retry-After')))
  if (response.status === 204) return undefined as T
  const text = await response.text()
  return (text ? JSON.parse(text) : undefined) as T
}

function problemOf(status: number, told: Partial<Problem>, retryAfter: string | null): Problem {
  const after = Number(retryAfter)
  return { ...told, status, code: told.code ?? `http_${status}`, retryAfterSeconds: after > 0 ? after : undefined }
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return {}
  }
}

interface Sending {
  /** The share that has left this machine, from 0 to 1. */
  onProgress: (share: number) => void
  signal: AbortSignal
}

/** Sends a form and tells how far it is, which `fetch` cannot; ends as the other calls do. */
function upload<T>(path: string, form: FormData, { onProgress, signal }: Sending): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', urlOf(path))
    for (const [name, value] of Object.entries(headersOf('POST'))) request.setRequestHeader(name, value)
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0)
    request.onload = () => {
      if (request.status === 401) settings.onUnauthorized()
      const answer = parsed(request.responseText)
      if (request.status < 300) resolve(answer as T)
      else reject(new ProblemError(problemOf(request.status, answer as Partial<Problem>, request.getResponseHeader('Retry-After'))))
    }
    request.onerror = () => reject(new ProblemError({ status: 0, code: 'offline' }))
    request.onabort = () => reject(new DOMException('cancelled', 'AbortError'))
    signal.addEventListener('abort', () => request.abort())
    request.send(form)
  })
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
  upload,
  put: <T>(path: string, body?: unknown, version?: number) => call<T>('PUT', path, body, { version }),
  delete: <T>(path: string, version?: number) => call<T>('DELETE', path, undefined, { version }),
}
