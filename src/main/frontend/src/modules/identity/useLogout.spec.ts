import { beforeEach, describe, expect, it, vi } from 'vitest'
import { useLogout } from './useLogout'

const calls: string[] = []
const { get, post, confirm } = vi.hoisted(() => ({ get: vi.fn(), post: vi.fn(), confirm: vi.fn() }))
vi.mock('@/shared/away', () => ({ goTo: (address: string) => calls.push(address) }))
vi.mock('@/shared/api', () => ({ http: { get, post } }))
vi.mock('element-plus', () => ({ ElMessageBox: { confirm } }))
vi.mock('vue-i18n', () => ({ useI18n: () => ({ t: (key: string) => key }) }))
vi.mock('./login', () => ({ setLeaving: (leaving: boolean) => calls.push(leaving ? 'leave' : 'stay') }))
vi.mock('./useMe', () => ({ me: () => ({ id: 'kf001', tenant: { id: 'acme' } }) }))
vi.mock('@/shared/ui/useToast', () => ({ useToast: () => ({ failed: () => calls.push('told') }) }))
vi.mock('@/modules/presence/useSocket', () => ({
  socket: () => ({ stop: () => calls.push('stop'), start: () => calls.push('start') }),
}))

const serves = (...agents: string[]) =>
  get.mockResolvedValue({ items: agents.map((id) => ({ agent: { id, name: id } })), next: null })

describe('logging out', () => {
  beforeEach(() => {
    calls.length = 0
    serves()
    confirm.mockReset()
    post.mockImplementation(() => {
      calls.push('post')
      return Promise.resolve({ location: 'https://login.example/logout' })
    })
  })

  it('stops what would lead back to a log-in before the session ends', async () => {
    await useLogout()()
    expect(calls).toEqual(['leave', 'stop', 'post', 'https://login.example/logout'])
    expect(confirm).not.toHaveBeenCalled()
  })

  it('leaves no draft behind, unless the session goes on', async () => {
    localStorage.setItem('baton.draft.acme.kf001.c1', 'half a sentence')
    localStorage.setItem('baton.draft.acme.kf002.c1', 'of somebody else')
    post.mockRejectedValueOnce(new Error('away'))
    await useLogout()()
    expect(localStorage.getItem('baton.draft.acme.kf001.c1')).toBe('half a sentence')
    await useLogout()()
    expect(localStorage.getItem('baton.draft.acme.kf001.c1')).toBeNull()
    expect(localStorage.getItem('baton.draft.acme.kf002.c1')).toBe('of somebody else')
  })

  it('goes on when the session could not be ended', async () => {
    post.mockImplementation(() => Promise.reject(new Error('away')))
    await useLogout()()
    expect(calls).toEqual(['leave', 'stop', 'stay', 'start', 'told'])
  })

  it('stays when somebody who serves customers does not want to hand them over', async () => {
    serves('kf001')
    confirm.mockRejectedValue('cancel')
    await useLogout()()
    expect(confirm).toHaveBeenCalledOnce()
    expect(calls).toEqual([])
  })

  it('leaves when the customers are to be handed over', async () => {
    serves('kf001', 'kf001')
    confirm.mockResolvedValue('confirm')
    await useLogout()()
    expect(calls).toEqual(['leave', 'stop', 'post', 'https://login.example/logout'])
  })

  it('does not ask a manager about the customers of others', async () => {
    serves('kf002')
    await useLogout()()
    expect(confirm).not.toHaveBeenCalled()
    expect(calls).toContain('post')
  })

  it('lets people go although nobody can tell whom they serve', async () => {
    get.mockRejectedValue(new Error('away'))
    await useLogout()()
    expect(calls).toContain('post')
  })
})
