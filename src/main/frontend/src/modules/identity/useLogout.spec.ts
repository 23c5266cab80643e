import { beforeEach, describe, expect, it, vi } from 'vitest'
import { useLogout } from './useLogout'

const calls: string[] = []
const post = vi.hoisted(() => vi.fn())
vi.mock('@/shared/api', () => ({ http: { post } }))
vi.mock('@/shared/ui/useToast', () => ({ useToast: () => ({ failed: () => calls.push('told') }) }))
vi.mock('@/modules/presence/useSocket', () => ({
  socket: () => ({ stop: () => calls.push('stop'), start: () => calls.push('start') }),
}))

describe('logging out', () => {
  beforeEach(() => {
    calls.length = 0
    vi.stubGlobal('window', { location: { assign: (target: string) => calls.push(target) } })
  })

  it('stops the socket before the session ends, so that nothing leads back to a log-in', async () => {
    post.mockImplementation(() => {
      calls.push('post')
      return Promise.resolve({ location: 'https://login.example/logout' })
    })
    await useLogout()()
    expect(calls).toEqual(['stop', 'post', 'https://login.example/logout'])
  })

  it('goes on when the session could not be ended', async () => {
    post.mockImplementation(() => Promise.reject(new Error('away')))
    await useLogout()()
    expect(calls).toEqual(['stop', 'start', 'told'])
  })
})
