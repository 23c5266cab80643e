import { flushPromises, RouterLinkStub } from '@vue/test-utils'
import { ElSelect } from 'element-plus'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { reactive, ref } from 'vue'
import { http, ProblemError } from '@/shared/api'
import { NOW, person, show, ticket, viewer } from './testing/scene'
import TicketsPage from './TicketsPage.vue'
import type { TicketPage } from './ticketTypes'

const desk = vi.hoisted(() => ({
  looks: {} as unknown,
  now: {} as unknown,
  route: {} as { query: Record<string, string | undefined> },
  frames: {} as Record<string, (() => void)[]>,
}))
vi.mock('@/modules/identity/useMe', () => ({ useMe: () => desk.looks }))
vi.mock('@/modules/presence/useServerNow', () => ({ useServerNow: () => desk.now }))
vi.mock('@/modules/presence/useSocket', () => ({ onFrame: (name: string, listener: () => void) => (desk.frames[name] ??= []).push(listener) }))
vi.mock('vue-router', async (original) => ({
  ...(await original<object>()),
  useRoute: () => desk.route,
  useRouter: () => ({ replace: ({ query }: { query: Record<string, string> }) => (desk.route.query = query) }),
}))

let page: (query: Record<string, unknown>) => TicketPage
const asked = () => vi.mocked(http.get).mock.calls.filter(([path]) => path === '/tickets').map(([, query]) => query!)

beforeEach(() => {
  desk.looks = viewer('kf017', 'customer_service')
  desk.now = ref(NOW)
  desk.route = reactive({ query: {} })
  desk.frames = {}
  page = () => ({ items: [ticket()], next: null })
  vi.spyOn(http, 'get').mockImplementation((path, query) => {
    if (path === '/departments') return Promise.resolve({ items: [{ id: 'vip', name: '大客户' }, { id: 'ticketing', name: '票务咨询' }] }) as never
    if (path === '/tickets/counts') return Promise.resolve({ states: { NEW: 4, OPEN: 3, PENDING: 0, SOLVED: 9 }, mine: 2, overdue: 1 }) as never
    return Promise.resolve(page(query!)) as never
  })
})

describe('the list of tickets', () => {
  it('tells of each what it is about, who has it, how soon it is due and where it stands', async () => {
    page = () => ({ items: [ticket(), ticket({ id: 't2', state: 'OPEN', assignee: person('kf018'), dueAt: '2026-11-26T06:00:00Z' })] })
    const { shown } = await show(TicketsPage)
    expect(asked()).toMatchObject([{ state: 'NEW', mine: undefined, order: 'DUE', overdue: undefined }])
    const rows = shown.findAll('[data-testid="ticket"]')
    for (const text of ['年会包场座位图', '蓝山科技 周敏', 'T-20261126-000007', '未分配', '剩余 2 小时 30 分', '紧急', '待领取']) expect(rows[0]!.text()).toContain(text)
    for (const text of ['林涛', '逾期 2 小时 0 分', '处理中']) expect(rows[1]!.text()).toContain(text)
    expect(rows[1]!.get('[data-testid="ticket-due"]').classes()).toContain('late')
  })

  it('counts each view and goes to another', async () => {
    const { part, shown } = await show(TicketsPage)
    const places = shown.findAllComponents(RouterLinkStub).map((it) => it.props('to'))
    expect(places).toEqual(expect.arrayContaining(['/tickets?view=new', '/tickets?view=mine', '/tickets?view=closed', '/tickets/t1']))
    expect(part('ticket-view-new').text()).toBe('待领取 4')
    expect(part('ticket-view-mine').text()).toBe('我的 2')
    expect(part('ticket-view-closed').text()).toBe('已关闭')
    expect(part('ticket-overdue').text()).toContain('1')
    desk.route.query = { view: 'mine' }
    await flushPromises()
    expect(asked().at(-1)).toMatchObject({ state: 'OPEN,PENDING', mine: true, order: 'DUE' })
    desk.route.query = { view: 'solved', text: '退票' }
    await flushPromises()
    expect(asked().at(-1)).toMatchObject({ state: 'SOLVED', mine: undefined, order: 'NEWEST', text: '退票' })
  })

  it('can be narrowed, and keeps that in the address', async () => {
    const { shown, part, press } = await show(TicketsPage)
    page = () => ({ items: [] })
    await press('ticket-overdue')
    expect(part('ticket-overdue').attributes('aria-pressed')).toBe('true')
    const [priority, order] = shown.findAllComponents(ElSelect)
    priority!.vm.$emit('update:modelValue', 'HIGH')
    order!.vm.$emit('update:modelValue', 'NEWEST')
    await flushPromises()
    await part('ticket-search').setValue(' T-1 ')
    await part('ticket-search').trigger('keydown', { key: 'Enter' })
    await flushPromises()
    expect(asked().at(-1)).toMatchObject({ overdue: true, priority: 'HIGH', order: 'NEWEST', text: 'T-1' })
    expect(desk.route.query).toMatchObject({ overdue: 'true', priority: 'HIGH', order: 'NEWEST', text: 'T-1' })
    expect(shown.text()).toContain('没有符合条件的工单')
  })

  it('goes on page by page, and walks with the arrow keys', async () => {
    page = ({ cursor }) => (cursor ? { items: [ticket({ id: 't2' })], next: null } : { items: [ticket()], next: 'more' })
    const { shown, part, press } = await show(TicketsPage)
    await press('tickets-more')
    expect(asked().at(-1)).toMatchObject({ cursor: 'more' })
    const rows = shown.findAll<HTMLElement>('[data-testid="ticket"]')
    expect(rows).toHaveLength(2)
    expect(part('tickets-more').exists()).toBe(false)
    for (const row of rows) row.element.tabIndex = 0
    rows[0]!.element.focus()
    await rows[0]!.trigger('keydown', { key: 'End' })
    expect(document.activeElement).toBe(rows[1]!.element)
  })

  it('is told apart when it is empty, and when it could not be asked for', async () => {
    page = () => ({ items: [] })
    expect((await show(TicketsPage)).shown.text()).toContain('没有待领取的工单')
    vi.mocked(http.get).mockRejectedValue(new ProblemError({ status: 503, code: 'down', detail: '服务暂不可用' }))
    expect((await show(TicketsPage)).shown.get('[role="alert"]').text()).toContain('服务暂不可用')
  })

  it('is asked for again after the connection was lost', async () => {
    await show(TicketsPage)
    const before = asked().length
    for (const listener of desk.frames.READY!) listener()
    await flushPromises()
    expect(asked()).toHaveLength(before + 1)
  })
})

describe('who looks', () => {
  it('is an auditor: all departments, nothing of the own', async () => {
    desk.looks = viewer('acme.auditor', 'auditor')
    const { shown, part } = await show(TicketsPage)
    expect(part('ticket-view-mine').exists()).toBe(false)
    expect(part('ticket').text()).toContain('大客户')
    shown.findAllComponents(ElSelect)[0]!.vm.$emit('update:modelValue', 'ticketing')
    await flushPromises()
    expect(asked().at(-1)).toMatchObject({ department: 'ticketing' })
  })
})
