import { beforeEach, describe, expect, it, vi } from 'vitest'
import { Problem } from './api'
import { openStore, Slot } from './store'
import { Visitors, type Visitor } from './visitor'

const HOUR = 3_600_000
const START = Date.parse('2026-11-22T08:00:00Z')

describe('Visitors', () => {
  let now = START
  const call = vi.fn()
  const store = openStore(() => localStorage)
  const issued = (visitorId: string, token: string) => ({ visitorId, token, expiresAt: new Date(now + HOUR).toISOString() })
  const visitors = () =>
    new Visitors({ call }, new Slot<Visitor>(store, 'visitor'), () => ({ tenant: 'acme', page: 'p', attributes: {} }), () => now)

  beforeEach(() => {
    now = START
    localStorage.clear()
    call.mockReset().mockImplementation(async (_method, path: string) => issued('v1', path))
  })

  it('introduces itself once, also when asked at the same time, and after a reload not again', async () => {
    const first = visitors()
    await Promise.all([first.current(), first.current()])
    expect((await visitors().current()).visitorId).toBe('v1')
    expect(call).toHaveBeenCalledExactlyOnceWith('POST', '/visitors', null, { tenant: 'acme', page: 'p', attributes: {} })
  })

  it('renews the token well before it expires', async () => {
    await visitors().current()
    now += 0.8 * HOUR
    expect((await visitors().current()).token).toBe('/visitors/renewal')
    expect(call).toHaveBeenLastCalledWith('POST', '/visitors/renewal', '/visitors')
  })

  it('renews at once a token that was refused', async () => {
    const page = visitors()
    await page.current()
    page.doubt()
    expect((await page.current()).token).toBe('/visitors/renewal')
    expect(call).toHaveBeenCalledTimes(2)
    await page.current()
    expect(call).toHaveBeenCalledTimes(2)
  })

  it('goes on with a token that is still good while renewing does not work', async () => {
    await visitors().current()
    now += 0.8 * HOUR
    call.mockRejectedValue(new Problem(0, 'unreachable'))
    expect((await visitors().current()).token).toBe('/visitors')
    now += HOUR
    await expect(visitors().current()).rejects.toThrow(Problem)
  })

  it('becomes a new visitor when the server does not know the old one', async () => {
    await visitors().current()
    now += 2 * HOUR
    call.mockImplementation(async (_method, path: string) => {
      if (path === '/visitors/renewal') throw new Problem(401, 'unauthorized')
      return issued('v2', path)
    })
    expect((await visitors().current()).visitorId).toBe('v2')
  })

  it('stays the same after a sleep that outlived the token', async () => {
    await visitors().current()
    now += 29 * 24 * HOUR
    expect(await visitors().current()).toMatchObject({ visitorId: 'v1', token: '/visitors/renewal' })
    expect(call).toHaveBeenCalledTimes(2)
  })

  it.each([403, 404, 409, 422])('does not become somebody new when renewing is refused with %i', async (status) => {
    await visitors().current()
    now += 2 * HOUR
    call.mockRejectedValue(new Problem(status, 'refused'))
    await expect(visitors().current()).rejects.toThrow(Problem)
    expect(visitors().known?.visitorId).toBe('v1')
  })

  it('goes on with a token in doubt while renewing does not work and it cannot be over yet', async () => {
    const page = visitors()
    await page.current()
    page.doubt()
    call.mockRejectedValue(new Problem(503, 'unavailable'))
    expect((await page.current()).token).toBe('/visitors')
  })

  it.each([-5, 0, 5])('renews after the same time on a clock that is wrong by %i hours', async (hours) => {
    const token = `x.${btoa(JSON.stringify({ iat: START / 1000, exp: (START + HOUR) / 1000 }))}.y`
    call.mockImplementation(async () => ({ visitorId: 'v1', token, expiresAt: new Date(START + HOUR).toISOString() }))
    now = START + hours * HOUR
    await visitors().current()
    now += 0.6 * HOUR
    await visitors().current()
    expect(call).toHaveBeenCalledTimes(1)
    now += 0.2 * HOUR
    await visitors().current()
    expect(call).toHaveBeenCalledTimes(2)
  })

  it('renews when somebody set the clock back, since nobody knows how old the token is', async () => {
    await visitors().current()
    now -= 3 * HOUR
    expect((await visitors().current()).token).toBe('/visitors/renewal')
  })

  it('takes what another window got while it waited for its turn', async () => {
    const page = visitors()
    await page.current()
    now += 0.8 * HOUR
    const locks = { request: async (_name: string, work: () => Promise<unknown>) => (await visitorsWithoutLocks().current(), work()) }
    const visitorsWithoutLocks = () => (vi.stubGlobal('navigator', {}), visitors())
    vi.stubGlobal('navigator', { locks })
    expect((await page.current()).token).toBe('/visitors/renewal')
    expect(call).toHaveBeenCalledTimes(2)
    vi.unstubAllGlobals()
  })
})
