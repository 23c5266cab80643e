import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { goToLogin, setLeaving } from './login'

describe('the way to the log-in page', () => {
  const assign = vi.fn()
  beforeEach(() => {
    vi.stubGlobal('location', { assign, pathname: '/desk/live', search: '' })
    vi.stubGlobal('sessionStorage', { getItem: () => null, setItem: vi.fn() })
  })
  afterEach(() => {
    setLeaving(false)
    assign.mockReset()
    vi.unstubAllGlobals()
  })

  it('is taken when the session is over', () => {
    expect(goToLogin()).toBe(true)
    expect(assign).toHaveBeenCalledWith('/oauth2/authorization/keycloak')
  })

  it('is not taken by whatever is refused while somebody logs out', () => {
    setLeaving(true)
    expect(goToLogin()).toBe(true)
    expect(assign).not.toHaveBeenCalled()
  })
})
