import { flushPromises, RouterLinkStub } from '@vue/test-utils'
import { ElSelect } from 'element-plus'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { reactive, ref } from 'vue'
import { http, ProblemError } from '@/shared/api'
import SwapsPage from './SwapsPage.vue'
import type { Swap } from './swapTypes'
import { show, swap, viewer } from './testing/scene'

const desk = vi.hoisted(() => ({
  looks: {} as unknown,
  now: {} as unknown,
  route: {} as { query: Record<string, string> },
  frames: {} as Record<string, ((frame?: unknown) => void)[]>,
  push: vi.fn(),
}))
vi.mock('@/modules/identity/useMe', () => ({ useMe: () => desk.looks }))
vi.mock('@/modules/presence/useServerNow', () => ({ useServerNow: () => desk.now }))
vi.mock('@/modules/presence/useSocket', () => ({ onFrame: (name: string, listener: () => void) => (desk.frames[name] ??= []).push(listener) }))
vi.mock('vue-router', async (original) => ({
  ...(await original<object>()),
  useRoute: () => desk.route,
  useRouter: () => ({ push: desk.push }),
}))

let page: (query: Record<string, unknown>) => { items: Swap[]; next?: string | null }
const asked = () => vi.mocked(http.get).mock.calls.filter(([path, query]) => path === '/swaps' && query!.limit === 30).map(([, query]) => query!)
const places = (shown: Awaited<ReturnType<typeof show>>['shown']) => shown.findAllComponents(RouterLinkStub).map((it) => it.props('to'))

beforeEach(() => {
  desk.looks = viewer('kf001', 'customer_service')
  desk.now = ref(Date.parse('2026-11-26T20:48:00Z'))
  desk.route = reactive({ query: {} })
  desk.frames = {}
  page = () => ({ items: [swap()], next: null })
  vi.spyOn(http, 'get').mockImplementation((path, query) =>
    Promise.resolve(path === '/departments' ? { items: [] } : query?.limit === 100 ? { items: [swap(), swap({ id: 's2' })] } : page(query!)) as never,
  )
})

describe('the list of swaps', () => {
  it('tells of each the chain in words, the own part, the state, the number and the deadline', async () => {
    const { part } = await show(SwapsPage)
    expect(asked()).toMatchObject([{ mine: true, waiting: undefined, state: '' }])
    const texts = ['陈晓雨 → 李思远 → 王嘉宁', '您交出 12月5日 周六 夜班，接 12月7日 周一 早班', '待确认', '1/2 人已同意', 'S-20261126-000012', '还剩 5 小时 12 分']
    for (const text of texts) expect(part('swap').text()).toContain(text)
  })

  it('counts what waits for me', async () => {
    expect((await show(SwapsPage)).part('section-count').text()).toBe('2')
  })

  it('shows what the address asks for, and each view its own', async () => {
    const { shown } = await show(SwapsPage)
    expect(places(shown)).toEqual(expect.arrayContaining(['/swaps?view=mine', '/swaps?view=waiting', '/swaps/wishes', '/swaps/s1']))
    desk.route.query = { view: 'waiting' }
    await flushPromises()
    expect(asked().at(-1)).toMatchObject({ mine: undefined, waiting: true })
  })

  it('can be narrowed to a state', async () => {
    const { shown } = await show(SwapsPage)
    page = () => ({ items: [] })
    shown.getComponent(ElSelect).vm.$emit('update:modelValue', 'EXECUTED')
    await flushPromises()
    expect(asked().at(-1)).toMatchObject({ state: 'EXECUTED' })
    expect(shown.text()).toContain('没有该状态的换班')
  })

  it('goes on page by page, and walks with the arrow keys', async () => {
    page = ({ cursor }) => (cursor ? { items: [swap({ id: 's2', number: 'S-2' })], next: null } : { items: [swap()], next: 'more' })
    const { shown, part, press } = await show(SwapsPage)
    await press('swaps-more')
    expect(asked().at(-1)).toMatchObject({ cursor: 'more' })
    const rows = shown.findAll<HTMLElement>('[data-testid="swap"]')
    expect(rows).toHaveLength(2)
    expect(part('swaps-more').exists()).toBe(false)
    for (const row of rows) row.element.tabIndex = 0
    rows[0]!.element.focus()
    await rows[0]!.trigger('keydown', { key: 'End' })
    expect(document.activeElement).toBe(rows[1]!.element)
  })

  it('is told apart when it is empty, and when it could not be asked for', async () => {
    page = () => ({ items: [] })
    expect((await show(SwapsPage)).shown.text()).toContain('您还没有参与任何换班')
    vi.mocked(http.get).mockRejectedValue(new ProblemError({ status: 503, code: 'down', detail: '服务暂不可用' }))
    expect((await show(SwapsPage)).shown.get('[role="alert"]').text()).toContain('服务暂不可用')
  })

  it('is asked for again when others plan, once for many changes, and after the connection was lost', async () => {
    await show(SwapsPage)
    vi.useFakeTimers()
    const before = asked().length
    for (const listener of [...desk.frames.ROTA!, ...desk.frames.ROTA!]) listener({ from: '2026-12-01', to: '2026-12-31' })
    await vi.advanceTimersByTimeAsync(1_100)
    expect(asked()).toHaveLength(before + 1)
    for (const listener of desk.frames.READY!) listener()
    await vi.advanceTimersByTimeAsync(0)
    expect(asked()).toHaveLength(before + 2)
    vi.useRealTimers()
  })
})

describe('who looks', () => {
  it('is a manager: what waits first, and the department’s own', async () => {
    desk.looks = viewer('ticketing.manager', 'manager')
    const { part } = await show(SwapsPage)
    expect(asked()).toMatchObject([{ waiting: true }])
    expect(part('swap-new').exists()).toBe(false)
    desk.route.query = { view: 'all' }
    await flushPromises()
    expect(asked().at(-1)).toMatchObject({ department: 'ticketing', waiting: undefined })
  })

  it('is an auditor: all of them, to read', async () => {
    desk.looks = viewer('acme.auditor', 'auditor')
    const { part, shown } = await show(SwapsPage)
    expect(asked()).toMatchObject([{ mine: undefined, waiting: undefined, department: '' }])
    expect(part('swap-new').exists()).toBe(false)
    expect(part('swap').text()).toContain('12月5日 周六 夜班 · 12月7日 周一 早班 · 12月3日 周四 晚班')
    expect(shown.findAllComponents(ElSelect)).toHaveLength(2)
  })
})
