import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { talking } from '../testing/scenes'
import { FakeServer, settled } from '../testing/server'
import { Api, Problem } from './api'
import { openStore, Slot } from './store'
import { Trail, valuesOf, type Untold } from './trail'

const known = { visitorId: 'v1', token: 'token', expiresAt: '', since: 0 }
const store = openStore(() => sessionStorage)
const call = vi.fn()

function trail(visitor: typeof known | null = known) {
  const visitors = { known: visitor, current: async () => known }
  return { visitors, trail: new Trail({ call }, visitors, new Slot<Untold>(store, 'untold'), () => Date.parse('2026-11-27T03:00:00Z')) }
}

beforeEach(() => {
  vi.useFakeTimers()
  sessionStorage.clear()
  localStorage.clear()
  call.mockReset().mockResolvedValue(null)
})
afterEach(() => vi.useRealTimers())

describe('Trail', () => {
  it('tells attributes, pages and events as the contract wants them', async () => {
    const { trail: told } = trail()
    told.attributes({ plan: 'gold', seats: 3, vip: true, old: null })
    told.page('https://shop.test/a', 'A')
    told.event('cart.added', { sku: 'x1' })
    await settled()
    await settled()
    expect(call.mock.calls).toEqual([
      ['PUT', '/visitors/attributes', 'token', { attributes: { plan: 'gold', seats: 3, vip: true, old: null } }],
      ['POST', '/visitors/pages', 'token', { pages: [{ url: 'https://shop.test/a', title: 'A', at: '2026-11-27T03:00:00.000Z' }] }],
      ['POST', '/visitors/events', 'token', { name: 'cart.added', data: { sku: 'x1' } }],
    ])
  })

  it('tells nothing of who never talks, and all of it once they do, also after a reload', async () => {
    const stranger = trail(null)
    for (let i = 0; i < 30; i++) stranger.trail.page(`https://shop.test/${i}`, '')
    stranger.trail.page('https://shop.test/29', 'the same')
    stranger.trail.attributes({ plan: 'silver' })
    stranger.trail.attributes({ plan: 'gold' })
    await settled()
    expect(call).not.toHaveBeenCalled()
    trail().trail.hurry()
    await settled()
    expect(call.mock.calls[0]![3]).toEqual({ attributes: { plan: 'gold' } })
    expect((call.mock.calls[1]![3] as { pages: unknown[] }).pages).toHaveLength(20)
  })

  it('keeps only flat values under plain names, and not too many', () => {
    expect(valuesOf({ ok: 'x'.repeat(600), 'two words': 1, '<b>': 1, deep: {}, list: [], fun: () => 1, nan: NaN, '': 1, ['k'.repeat(65)]: 1 })).toEqual({ ok: 'x'.repeat(500) })
    expect(Object.keys(valuesOf(Object.fromEntries(Array.from({ length: 80 }, (_, i) => [`k${i}`, i]))))).toHaveLength(50)
    expect(Object.keys(valuesOf({ a: 1, b: 2, c: 3 }, 2))).toEqual(['b', 'c'])
    for (const none of [null, undefined, 1, 'text']) expect(valuesOf(none)).toEqual({})
  })

  it('leaves out an event without a name', async () => {
    const { trail: told } = trail()
    for (const name of [undefined, null, 1, '', 'two words', {}]) told.event(name, {})
    await settled()
    expect(call).not.toHaveBeenCalled()
  })

  it('tries again later what failed for a passing reason, with what came meanwhile', async () => {
    call.mockRejectedValueOnce(new Problem(503, 'unavailable'))
    const { trail: told } = trail()
    told.attributes({ a: 1 })
    await settled()
    told.attributes({ b: 2 })
    await settled()
    expect(call).toHaveBeenCalledTimes(1)
    await vi.advanceTimersByTimeAsync(1_000)
    expect(call.mock.calls[1]![3]).toEqual({ attributes: { a: 1, b: 2 } })
    expect(call).toHaveBeenCalledTimes(2)
  })

  it.each([400, 401, 403, 404, 409, 422])('forgets what is refused with %i, and goes on with the next', async (status) => {
    call.mockRejectedValueOnce(new Problem(status, 'refused'))
    const { trail: told } = trail()
    told.attributes({ a: 1 })
    told.event('next', {})
    await settled()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(call.mock.calls.map(([, path]) => path as string)).toEqual(['/visitors/attributes', '/visitors/events'])
  })

  it('tells an attribute again that changed while it was being told', async () => {
    let answer = () => {}
    call.mockImplementationOnce(() => new Promise<void>((done) => (answer = done)))
    const { trail: told } = trail()
    told.attributes({ plan: 'silver' })
    await settled()
    told.attributes({ plan: 'gold' })
    answer()
    await settled()
    expect(call.mock.calls.map(([, , , body]) => body as unknown)).toEqual([{ attributes: { plan: 'silver' } }, { attributes: { plan: 'gold' } }])
  })
})

describe('a hostile server', () => {
  const answers: Array<[string, () => Promise<Response>]> = [
    ['is gone', () => Promise.reject(new TypeError('failed to fetch'))],
    ['never answers', () => new Promise(() => {})],
    ['fails', async () => new Response('<h1>Bad gateway</h1>', { status: 502 })],
    ['refuses the token', async () => new Response('{"code":"unauthenticated"}', { status: 401 })],
    ['speaks HTML', async () => new Response('<script>alert(1)</script>', { status: 200 })],
    ['speaks broken JSON', async () => new Response('{"attributes":', { status: 200 })],
    ['speaks null', async () => new Response('null', { status: 200 })],
    ['limits', async () => new Response('', { status: 429, headers: { 'Retry-After': 'never' } })],
    ['breaks off', async () => ({ ok: true, status: 200, headers: new Headers(), text: () => Promise.reject(new Error('cut')) }) as unknown as Response],
  ]

  it.each(answers)('that %s does not disturb the chat', async (_, answer) => {
    const server = new FakeServer()
    const { session, view, bodies, visitors } = await talking(server)
    const hostile = new Api('https://baton.test', () => 'en', answer)
    const told = new Trail(hostile, visitors, new Slot<Untold>(store, 'untold'))
    told.attributes({ a: 1 })
    told.page('https://shop.test/', 'Shop')
    told.event('x', {})
    await vi.advanceTimersByTimeAsync(5_000)
    await session.send('still here')
    await settled()
    expect(bodies()).toEqual(['hello', 'still here'])
    expect(view).toMatchObject({ problem: null, link: 'ready', busy: false })
    expect(visitors.known?.visitorId).toBe('v1')
    told.leave()
  })
})
