import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { logout, replaceLogout } from './logout'

describe('logout', () => {
  const go = vi.fn()
  beforeEach(() => {
    go.mockReset()
    document.cookie = 'BATON-CSRF=a%2Bb'
  })
  afterEach(() => vi.unstubAllGlobals())
  const answering = (answer: () => Promise<Response>) => {
    const request = vi.fn(answer)
    vi.stubGlobal('fetch', request)
    return request
  }

  it('ends the session with our token, then goes where the answer says', async () => {
    const request = answering(async () => Response.json({ location: 'https://id.test/end' }))
    await logout(go)
    expect(request).toHaveBeenCalledWith('/api/v1/logout', expect.objectContaining({ method: 'POST' }))
    expect(request.mock.calls[0]!.at(1 as never)).toMatchObject({ headers: { 'X-Baton-CSRF': 'a+b' } })
    expect(go).toHaveBeenCalledExactlyOnceWith('https://id.test/end')
  })

  it('goes to the desk when there is no session any more, or no network', async () => {
    answering(async () => new Response('', { status: 401 }))
    await logout(go)
    answering(async () => Promise.reject(new TypeError()))
    await logout(go)
    expect(go.mock.calls).toEqual([['/desk/'], ['/desk/']])
  })
})

describe('replaceLogout', () => {
  it('takes the click away from the webapp, and only that click', () => {
    const end = vi.fn()
    const theirs = vi.fn()
    replaceLogout(document, end)
    document.body.innerHTML = '<ul><li class="logout"><a href="#"><i>x</i></a></li><li class="profile"><a href="#">y</a></li></ul>'
    for (const link of document.querySelectorAll('a')) link.addEventListener('click', theirs)
    document.querySelector<HTMLElement>('.logout i')!.click()
    expect(end).toHaveBeenCalledOnce()
    expect(theirs).not.toHaveBeenCalled()
    document.querySelector<HTMLElement>('.profile a')!.click()
    expect(theirs).toHaveBeenCalledOnce()
    expect(end).toHaveBeenCalledOnce()
  })
})
