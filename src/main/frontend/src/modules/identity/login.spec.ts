import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { goToLogin, setLeaving } from './login'

const goTo = vi.hoisted(() => vi.fn())
vi.mock('@/shared/away', () => ({ goTo }))

describe('the way to the log-in page', () => {
  beforeEach(() => {
    goTo.mockReset()
    sessionStorage.clear()
  })
  afterEach(() => setLeaving(false))

  it('is taken when the session is over', () => {
    expect(goToLogin()).toBe(true)
    expect(goTo).toHaveBeenCalledWith('/oauth2/authorization/keycloak')
  })

  it('is not taken by whatever is refused while somebody logs out', () => {
    setLeaving(true)
    expect(goToLogin()).toBe(true)
    expect(goTo).not.toHaveBeenCalled()
  })
})
