import { beforeEach, describe, expect, it, vi } from 'vitest'
import { homeOf } from './landing'
import { goToLogin, pathBeforeLogin } from './login'

const goTo = vi.hoisted(() => vi.fn())
vi.mock('@/shared/away', () => ({ goTo }))

describe('a person', () => {
  it('begins at the work of the role', () => {
    expect(homeOf(['customer_service'])).toBe('/chat')
    expect(homeOf(['manager'])).toBe('/live')
    expect(homeOf(['admin', 'customer_service'])).toBe('/live')
    expect(homeOf(['auditor'])).toBe('/audit')
    expect(homeOf(['designer'])).toBe('/welcome')
  })
})

describe('the log-in', () => {
  beforeEach(() => {
    sessionStorage.clear()
    goTo.mockReset()
    history.replaceState(null, '', '/desk/leave/1?a=b')
  })

  it('comes back to the page that was asked for, once', () => {
    expect(goToLogin(100_000)).toBe(true)
    expect(goTo).toHaveBeenCalledWith('/oauth2/authorization/keycloak')
    expect(pathBeforeLogin()).toBe('/leave/1?a=b')
    expect(pathBeforeLogin()).toBeNull()
  })

  it('does not go round in circles', () => {
    goToLogin(100_000)
    expect(goToLogin(105_000)).toBe(false)
    expect(goToLogin(111_000)).toBe(true)
  })
})
