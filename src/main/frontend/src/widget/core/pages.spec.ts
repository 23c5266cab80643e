import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { watchPages } from './pages'

const START = location.pathname
const visited = vi.fn()
let end = () => {}

beforeEach(() => {
  vi.useFakeTimers()
  visited.mockReset()
  history.replaceState(null, '', '/shop?token=secret#top')
  document.title = 'Shop'
})
afterEach(() => {
  end()
  history.replaceState(null, '', START)
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

const pause = () => vi.advanceTimersByTimeAsync(500)

describe('watchPages', () => {
  it('tells of this page, without what it was asked', async () => {
    end = watchPages(visited)
    await pause()
    expect(visited.mock.calls).toEqual([[`${location.origin}/shop`, 'Shop']])
  })

  it('tells of pages that the site shows without loading anew, with the title they have then', async () => {
    end = watchPages(visited)
    await pause()
    history.pushState(null, '', '/shop/1')
    document.title = 'First'
    await pause()
    history.pushState(null, '', '/shop/1?size=2')
    await pause()
    history.pushState(null, '', '/a')
    history.pushState(null, '', '/b')
    await pause()
    expect(visited.mock.calls.slice(1)).toEqual([[`${location.origin}/shop/1`, 'First'], [`${location.origin}/b`, 'First']])
  })

  it('tells of nothing once it has ended, and gives the page its own function back', async () => {
    const before = history.pushState
    end = watchPages(visited)
    end()
    expect(history.pushState).toBe(before)
    await pause()
    expect(visited).not.toHaveBeenCalled()
  })

  it('leaves alone what somebody else put around it, and is quiet in it', async () => {
    const before = history.pushState
    end = watchPages(visited)
    await pause()
    const ours = history.pushState
    history.pushState = (...change) => ours.apply(history, change)
    const theirs = history.pushState
    end()
    expect(history.pushState).toBe(theirs)
    history.pushState(null, '', '/later')
    expect(location.pathname).toBe('/later')
    history.pushState = before
  })
})
