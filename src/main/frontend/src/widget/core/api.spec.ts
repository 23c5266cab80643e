import { describe, expect, it, vi } from 'vitest'
import type { Problem } from './api';
import { Api } from './api'

const answer = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  new Response(status === 204 ? null : JSON.stringify(body), { status, headers })
const caught = async (api: Api) => (await api.call('GET', '/x', null).catch((problem: unknown) => problem)) as Problem

describe('Api', () => {
  it('never sends cookies, and the token only in the header', async () => {
    const request = vi.fn().mockResolvedValue(answer(200, { a: 1 }))
    await new Api('https://b.test', () => 'en', request).call('POST', '/x', 'secret', { b: 2 })
    const [url, init] = request.mock.calls[0]!
    expect(url).toBe('https://b.test/api/v1/x')
    expect(init).toMatchObject({ credentials: 'omit', body: '{"b":2}', headers: { Authorization: 'Bearer secret', 'Accept-Language': 'en' } })
  })

  it('understands an empty answer', async () => {
    const api = new Api('', () => 'en', vi.fn().mockResolvedValue(answer(204, null)))
    expect(await api.call('DELETE', '/x', null)).toBeNull()
  })

  it('gives a problem its code, its words and its patience', async () => {
    const request = vi.fn().mockResolvedValue(answer(429, { code: 'too_many', detail: 'slow' }, { 'Retry-After': '3' }))
    expect(await caught(new Api('', () => 'en', request))).toMatchObject({ status: 429, code: 'too_many', message: 'slow', retryAfterMs: 3_000, passing: true })
  })

  it('tells a broken network from a refusal', async () => {
    const api = new Api('', () => 'en', vi.fn().mockRejectedValue(new TypeError()))
    expect(await caught(api)).toMatchObject({ status: 0, code: 'unreachable', passing: true })
    const refusing = new Api('', () => 'en', vi.fn().mockResolvedValue(answer(403, {})))
    expect(await caught(refusing)).toMatchObject({ code: 'http_403', passing: false })
  })
})
