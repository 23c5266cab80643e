const DESK = '/desk/'

function csrf(cookies: string): string {
  const pair = cookies.split('; ').find((cookie) => cookie.startsWith('BATON-CSRF='))
  return pair ? decodeURIComponent(pair.slice('BATON-CSRF='.length)) : ''
}

/** Ends the one session behind the desk and all webapps; the answer says where to go to end it at Keycloak too. */
export async function logout(go: (url: string) => void = (url) => (window.location.href = url)): Promise<void> {
  try {
    const answer = await fetch('/api/v1/logout', {
      method: 'POST',
      credentials: 'same-origin',
      headers: { Accept: 'application/json', 'X-Baton-CSRF': csrf(document.cookie) },
    })
    const body = answer.ok ? ((await answer.json()) as { location?: string }) : {}
    go(body.location ?? DESK)
  } catch {
    go(DESK)
  }
}

/**
 * Takes the click before the webapp does: its own log-out would only leave the engine's part of the session, and the
 * next request would log in again.
 */
export function replaceLogout(page: Document = document, end: () => unknown = logout): void {
  page.addEventListener(
    'click',
    (event) => {
      if (!(event.target instanceof Element) || !event.target.closest('li.logout a')) return
      event.preventDefault()
      event.stopImmediatePropagation()
      void end()
    },
    true,
  )
}
