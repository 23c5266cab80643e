import { beforeEach, describe, expect, it, vi } from 'vitest'
import { asProblem, configureHttp, http, urlOf } from './index'

const unauthorized = vi.fn()
const answer = (status: number, body?: unknown, headers: Record<string, string> = {}) =>
  vi.spyOn(globalThis, 'fetch').mockImplementation(async () => {
    const text = body === undefined ? null : typeof body === 'string' ? body : JSON.stringify(body)
    return new Response(text, { status, headers })
  })
const headersOf = (call: number) => vi.mocked(fetch).mock.calls[call]![1]!.headers as Record<string, string>

describe('calls', () => {
  beforeEach(() => {
    unauthorized.mockReset()
    configureHttp({ language: () => 'en', onUnauthorized: unauthorized })
    document.cookie = 'BATON-CSRF=first'
  })

  it('send the CSRF token as it is now, and none when they only read', async () => {
    answer(200, {})
    await http.post('/leaves:check', {})
    document.cookie = 'BATON-CSRF=second%3D'
    await http.put('/x', {})
    await http.get('/me')
    expect([0, 1, 2].map((call) => headersOf(call)['X-Baton-CSRF'])).toEqual(['first', 'second=', undefined])
  })

  it('send a key with what creates, the same one when it is given', async () => {
    answer(201, {})
    await http.create('/leaves', {}, 'k1')
    await http.create('/leaves', {})
    await http.post('/leaves/1/withdrawal', {})
    expect(headersOf(0)['Idempotency-Key']).toBe('k1')
    expect(headersOf(1)['Idempotency-Key']).toMatch(/^[0-9a-f-]{36}$/)
    expect(headersOf(2)['Idempotency-Key']).toBeUndefined()
  })

  it('say which version was seen of what they change', async () => {
    answer(200, {})
    await http.put('/calendar/2026-05-20', {}, 0)
    await http.delete('/calendar/2026-05-20', 7)
    await http.delete('/rota/feed')
    expect([0, 1, 2].map((call) => headersOf(call)['If-Match'])).toEqual(['"0"', '"7"', undefined])
  })

  it('leave the content type of a form to the browser', async () => {
    answer(201, {})
    await http.create('/leaves/attachments', new FormData())
    expect(headersOf(0)['Content-Type']).toBeUndefined()
  })

  it('tell when the session is over', async () => {
    answer(401, { code: 'unauthorized' })
    await expect(http.get('/me')).rejects.toThrow()
    expect(unauthorized).toHaveBeenCalledOnce()
  })

  it('carry the problem as the server told it', async () => {
    answer(409, { code: 'leave_refused', detail: '被规则拒绝', conflicts: [{ code: 'x', message: 'y' }] })
    const problem = asProblem(await http.post('/leaves').catch((error: unknown) => error))
    expect(problem).toMatchObject({ status: 409, code: 'leave_refused', conflicts: [{ code: 'x' }] })
  })

  it('make a problem of an answer that is none', async () => {
    answer(502, '<html>bad gateway</html>', { 'Retry-After': '7' })
    const problem = asProblem(await http.get('/me').catch((error: unknown) => error))
    expect(problem).toMatchObject({ status: 502, code: 'http_502', retryAfterSeconds: 7 })
  })

  it('make a problem of no answer at all', async () => {
    vi.spyOn(globalThis, 'fetch').mockRejectedValue(new TypeError('failed'))
    expect(asProblem(await http.get('/me').catch((error: unknown) => error))).toMatchObject({ status: 0, code: 'offline' })
  })

  it('accept an answer without content', async () => {
    answer(204)
    await expect(http.post('/notices:read-all')).resolves.toBeUndefined()
  })

  it('leave out what was not asked', () => {
    expect(urlOf('/rota', { from: '2026-11-16', department: '', agent: undefined })).toBe('/api/v1/rota?from=2026-11-16')
  })
})
