import { flushPromises, RouterLinkStub } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { reactive, ref } from 'vue'
import { offeredCover, periodLeave } from '@/modules/leave/testing/scene'
import { show, swap, viewer } from '@/modules/swap/testing/scene'
import { ticket } from '@/modules/ticket/testing/scene'
import { http, ProblemError } from '@/shared/api'
import RequestsPage from './RequestsPage.vue'

const desk = vi.hoisted(() => ({ looks: {} as unknown, now: {} as unknown, route: {} as { query: Record<string, string | undefined> } }))
vi.mock('@/modules/identity/useMe', () => ({ useMe: () => desk.looks, me: () => (desk.looks as { me: unknown }).me }))
vi.mock('@/modules/presence/useServerNow', () => ({ useServerNow: () => desk.now }))
vi.mock('@/modules/presence/useSocket', () => ({ onFrame: () => {} }))
vi.mock('vue-router', async (original) => ({
  ...(await original<object>()),
  useRoute: () => desk.route,
  useRouter: () => ({ replace: ({ query }: { query: Record<string, string> }) => (desk.route.query = query) }),
}))

let answers: Record<string, () => unknown>
const asked = (path: string) => vi.mocked(http.get).mock.calls.filter((call) => call[0] === path).map((call) => call[1]!)

beforeEach(() => {
  document.body.innerHTML = ''
  desk.looks = viewer('kf001', 'customer_service')
  desk.now = ref(Date.parse('2026-11-26T08:00:00Z'))
  desk.route = reactive({ query: {} })
  const page = (...items: unknown[]) => () => ({ items, next: null })
  answers = {
    '/leaves': page(periodLeave({ state: 'PENDING', begun: false }), periodLeave({ id: 'l2', outcome: 'Taken' })),
    '/swaps': page(swap()),
    '/covers': page(offeredCover()),
    '/tickets': page(ticket({ state: 'OPEN', assignee: { id: 'kf001', name: '陈晓雨' } })),
    '/departments': page({ id: 'ticketing', name: '票务咨询' }),
  }
  vi.spyOn(http, 'get').mockImplementation((path) => Promise.resolve().then(answers[path] ?? (() => ({ items: [] }))) as never)
})

describe('my requests', () => {
  it('asks for the own ones only and says who is waited for, until when', async () => {
    const { shown, part } = await show(RequestsPage)
    expect([asked('/leaves'), asked('/swaps'), asked('/tickets')]).toMatchObject([[{ agent: 'kf001' }], [{ mine: true }], [{ mine: true, state: 'OPEN,PENDING,SOLVED' }]])
    expect(part('phase-MINE').findAll('[data-testid="request"]').map((row) => row.attributes('data-kind'))).toEqual(['ticket', 'cover'])
    const open = part('phase-OPEN').findAll('[data-testid="request"]')
    expect(open[0]!.text()).toContain('等待 王嘉宁 确认')
    expect(open[0]!.text()).toContain('还剩 18 小时 0 分')
    expect(open[1]!.text()).toContain('等待部门经理审批')
    expect(part('phase-DONE').exists()).toBe(false)
    expect(shown.findAllComponents(RouterLinkStub).map((link) => link.props('to'))).toEqual(expect.arrayContaining(['/leave/l1', '/swaps/s1', '/leave/covers', '/tickets/t1']))
  })

  it('shows what is over, or one kind, as the address says', async () => {
    const { shown, part, press } = await show(RequestsPage)
    await press('tab-DONE')
    expect(desk.route.query).toEqual({ state: 'DONE' })
    expect(part('phase-DONE').text()).toContain('已休完')
    expect(part('phase-MINE').exists()).toBe(false)
    await press('tab-swap')
    expect(shown.text()).toContain('没有已结束的申请')
    await press('tab-ALL')
    expect(shown.findAll('[data-testid="request"]')).toHaveLength(1)
  })

  it('answers and takes back from the list', async () => {
    const post = vi.spyOn(http, 'post').mockResolvedValue({})
    const { part, press } = await show(RequestsPage)
    await press('cover-accept')
    expect(post).toHaveBeenCalledWith('/covers/c1/answer', { accepted: true })
    expect(part('leave-withdraw').exists()).toBe(true)
    expect(part('swap-withdraw').exists()).toBe(true)
  })

  it('shows the rest when one kind fails, and tries that one again', async () => {
    answers['/swaps'] = () => Promise.reject(new ProblemError({ status: 503, code: 'http_503', detail: '服务暂不可用' }))
    const { shown, part } = await show(RequestsPage)
    expect(part('failed-swap').text()).toContain('换班未能加载。 服务暂不可用')
    expect(shown.findAll('[data-testid="request"]')).toHaveLength(3)
    answers['/swaps'] = () => ({ items: [swap()], next: null })
    await part('failed-swap').get('button').trigger('click')
    await flushPromises()
    expect(part('failed-swap').exists()).toBe(false)
    expect(shown.findAll('[data-testid="request"]')).toHaveLength(4)
  })

  it('says that there are none, and where more are', async () => {
    for (const path of ['/leaves', '/swaps', '/covers', '/tickets']) answers[path] = () => ({ items: [], next: null })
    expect((await show(RequestsPage)).shown.text()).toContain('没有进行中的申请')
    answers['/leaves'] = () => ({ items: [periodLeave()], next: 'more' })
    const links = (await show(RequestsPage)).shown.findAllComponents(RouterLinkStub)
    expect(links.map((link) => link.props('to'))).toContain('/leave')
  })

  it('asks a manager for no swaps and covers', async () => {
    desk.looks = viewer('ticketing.manager', 'manager')
    const { part } = await show(RequestsPage)
    expect([asked('/swaps'), asked('/covers')]).toEqual([[], []])
    expect(part('tab-swap').exists()).toBe(false)
  })
})
