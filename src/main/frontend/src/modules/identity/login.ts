import { goTo } from '@/shared/away'
import { sessionStore } from '@/shared/store'

const RETURN = 'baton.return'
const AGAIN_MS = 10_000
let leaving = false

/** Says that somebody logs out: what is still answered with 401 meanwhile asks for no new log-in. */
export function setLeaving(value: boolean): void {
  leaving = value
}

/** Sends the browser to the log-in page and remembers where to come back; false when that was tried just now. */
export function goToLogin(now = Date.now()): boolean {
  if (leaving) return true
  const last = Number(sessionStore.getItem(`${RETURN}.at`))
  if (now - last < AGAIN_MS) return false
  sessionStore.setItem(`${RETURN}.at`, String(now))
  sessionStore.setItem(RETURN, location.pathname + location.search)
  goTo('/oauth2/authorization/keycloak')
  return true
}

/** The page that was asked for before the log-in, once. */
export function pathBeforeLogin(): string | null {
  const path = sessionStore.getItem(RETURN)
  sessionStore.removeItem(RETURN)
  return path?.startsWith('/desk/') ? path.slice('/desk'.length) : null
}
