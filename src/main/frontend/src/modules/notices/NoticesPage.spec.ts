import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { reactive } from 'vue'
import { show } from '@/modules/ticket/testing/scene'
import { http, ProblemError, type Notice } from '@/shared/api'
import NoticesPage from './NoticesPage.vue'

const desk = vi.hoisted(() => ({ route: {} as { query: Record<string, string | undefined> }, pushed: [] as string[], frames: {} as Record<string, () => void> }))
vi.mock('@/modules/presence/useSocket', () => ({ onFrame: (name: string, listener: () => void) => (desk.frames[name] = listener) }))
vi.mock('vue-router', async (original) => ({
  ...(await original<object>()),
  useRoute: () => desk.route,
  useRouter: () => ({ replace: ({ query }: { query: Record<string, string> }) => (desk.route.query = query), push: (to: string) => desk.pushed.push(to) }),
}))

const notice = (id: string, changes: Partial<Notice> = {}): Notice => ({ noticeId: id, kind: 'leave.approved', title: `通知 ${id}`, link: '/desk/leave/l1', at: '2026-11-26T01:00:00Z', read: false, ...changes })
let all: Notice[]
const asked = () => vi.mocked(http.get).mock.calls.map(([, query]) => query!)

beforeEach(() => {
  desk.route = reactive({ query: {} })
  desk.pushed = []
  all = [notice('n1'), notice('n2', { read: true })]
  vi.spyOn(http, 'get').mockImplementation((_, query) => {
    const items = query?.unread ? all.filter(({ read }) => !read) : all
    return Promise.resolve({ items: query?.cursor ? [notice('n9')] : items, next: query?.cursor ? null : 'n2' }) as never
  })
  vi.spyOn(http, 'post').mockImplementation((path) => {
    all = all.map((one) => (path.includes(one.noticeId) || path.endsWith('read-all') ? { ...one, read: true } : one))
    return Promise.resolve(undefined) as never
  })
})

describe('the page of notices', () => {
  it('lists all page by page, and those that are unread by themselves', async () => {
    const { shown, press } = await show(NoticesPage)
    await press('notices-more')
    expect(shown.findAll('[data-testid="notice"]')).toHaveLength(3)
    expect(asked().at(-1)).toMatchObject({ cursor: 'n2', limit: 30 })
    await press('tab-unread')
    expect(desk.route.query).toEqual({ unread: 'true' })
    expect(asked().at(-1)).toMatchObject({ unread: true })
    expect(shown.findAll('[data-testid="notice"]').map((row) => row.attributes('data-read'))).toEqual(['false'])
  })

  it('leads to its thing and is read by that', async () => {
    const { shown } = await show(NoticesPage)
    await shown.get('[data-testid="notice"] a').trigger('click')
    await flushPromises()
    expect(desk.pushed).toEqual(['/leave/l1'])
    expect(http.post).toHaveBeenCalledWith('/notices/n1/read')
  })

  it('marks one or all as read', async () => {
    const { part, press } = await show(NoticesPage)
    await press('notice-read')
    expect(part('notice-read').exists()).toBe(false)
    expect(part('notices-read-all').attributes('disabled')).toBeDefined()
    all = [notice('n3')]
    desk.frames.NOTICE!()
    await flushPromises()
    await press('notices-read-all')
    expect(http.post).toHaveBeenLastCalledWith('/notices:read-all')
  })

  it('says that there are none, or why it shows none', async () => {
    all = []
    desk.route.query = { unread: 'true' }
    expect((await show(NoticesPage)).shown.text()).toContain('没有未读通知')
    vi.mocked(http.get).mockRejectedValue(new ProblemError({ status: 0, code: 'offline' }))
    expect((await show(NoticesPage)).shown.get('[role="alert"]').text()).toContain('无法连接')
  })
})
