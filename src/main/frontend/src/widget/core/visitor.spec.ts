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
})
