import { flushPromises, RouterLinkStub } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { reactive } from 'vue'
import { message, show, viewer } from '@/modules/ticket/testing/scene'
import { http, ProblemError, type Conversation } from '@/shared/api'
import HistoryPage from './HistoryPage.vue'
import type { Hit } from './historyTypes'

type To = { path: string; query: Record<string, string | number | undefined> }
const desk = vi.hoisted(() => ({ looks: {} as unknown, route: {} as { path: string; query: Record<string, string | undefined> }, pushed: [] as To[] }))
vi.mock('@/modules/identity/useMe', () => ({ useMe: () => desk.looks, me: () => (desk.looks as { me: unknown }).me }))
vi.mock('vue-router', async (original) => ({
  ...(await original<object>()),
  useRoute: () => desk.route,
  useRouter: () => {
    const go = (to: To) => {
      desk.pushed.push(to)
      desk.route.query = JSON.parse(JSON.stringify(to.query))
    }
    return { push: go, replace: go }
  },
}))

const hit = (seq: number, changes: Partial<Hit> = {}): Hit => ({
  conversationId: 'c1',
  number: 'C-20261126-000007',
  customer: '李女士',
  seq,
  sender: { type: 'CUSTOMER', id: 'v1', name: '李女士' },
  sentAt: '2026-11-26T01:00:00Z',
  contentType: 'text/plain',
  snippet: { text: '<b>怎么退票</b>', cutBefore: true, cutAfter: false, marks: [{ start: 5, end: 7 }] },
  ...changes,
})
const talk = { id: 'c1', number: 'C-20261126-000007', subject: null, category: '退票', state: 'CLOSED', customer: { id: 'v1', name: '李女士' }, agent: { id: 'kf001', name: '陈晓雨' }, lastSeq: 3, unread: 0, lastMessage: { senderType: 'AGENT', body: '已办理', sentAt: '2026-11-26T02:00:00Z' }, openedAt: '2026-11-26T01:00:00Z', closedAt: '2026-11-26T02:00:00Z' } as unknown as Conversation
let search: () => unknown
let conversation: () => unknown
const asked = (path: string) => vi.mocked(http.get).mock.calls.filter((call) => call[0] === path).map((call) => call[1]!)

beforeEach(() => {
  document.body.innerHTML = ''
  Element.prototype.scrollIntoView = vi.fn()
  desk.looks = viewer('kf017', 'customer_service')
  desk.route = reactive({ path: '/history', query: {} })
  desk.pushed = []
  search = () => ({ items: [hit(2)], next: null })
  conversation = () => talk
  vi.spyOn(http, 'get').mockImplementation((path) => {
    if (path === '/conversations') return Promise.resolve({ items: [talk], next: null }) as never
    if (path === '/messages/search') return Promise.resolve().then(search) as never
    if (path === '/conversations/c1') return Promise.resolve().then(conversation) as never
    if (path === '/conversations/c1/messages') return Promise.resolve({ items: [message(1, '您好'), message(2, '怎么退票')], next: null }) as never
    return Promise.resolve({ items: [] }) as never
  })
})

describe('the history', () => {
  it('lists conversations as long as no text is looked for', async () => {
    const { part } = await show(HistoryPage)
    const row = part('found')
    for (const text of ['李女士', 'C-20261126-000007', '已办理', '已结束', '退票', '陈晓雨']) expect(row.text()).toContain(text)
    expect(asked('/messages/search')).toEqual([])
    expect(part('history-export').exists()).toBe(false)
  })

  it('shows what was found as text with marks, never as markup, and leads to its place', async () => {
    desk.route.query = { q: '退票', state: 'CLOSED', agent: 'kf001' }
    const { shown, part } = await show(HistoryPage)
    expect(asked('/messages/search')).toMatchObject([{ q: '退票', state: 'CLOSED', agent: 'kf001', limit: 30 }])
    expect(part('found').text()).toContain('…<b>怎么退票</b>')
    expect(part('found').findAll('mark').map((mark) => mark.text())).toEqual(['退票'])
    const links = shown.findAllComponents(RouterLinkStub).map((link) => link.props('to'))
    expect(links).toContainEqual({ path: '/history/c1', query: { q: '退票', state: 'CLOSED', agent: 'kf001', seq: 2 } })
  })

  it('follows the way back to what was looked for before', async () => {
    const { shown, part } = await show(HistoryPage)
    const write = async (text: string) => {
      await part('history-search').setValue(text)
      await part('history-search').trigger('keydown', { key: 'Enter' })
      await flushPromises()
    }
    await write('退票')
    expect(desk.pushed).toEqual([{ path: '/history', query: { q: '退票', seq: undefined } }])
    expect(shown.find('mark').exists()).toBe(true)
    desk.route.query = {}
    await flushPromises()
    expect((part('history-search').element as HTMLInputElement).value).toBe('')
    expect(shown.find('mark').exists()).toBe(false)
  })

  it('looks on by itself through pages without a hit, and then asks', async () => {
    desk.route.query = { q: '退票' }
    search = () => ({ items: [], next: 'on' })
    const { shown } = await show(HistoryPage)
    await flushPromises()
    expect(asked('/messages/search')).toHaveLength(5)
    expect(shown.text()).toContain('更早的内容尚未搜索')
    search = () => ({ items: [hit(2)], next: null })
    await shown.get('.block button').trigger('click')
    await flushPromises()
    expect(shown.findAll('[data-testid="found"]')).toHaveLength(1)
  })

  it('says that nothing was found, that the search failed, or that it is not allowed', async () => {
    desk.route.query = { q: '退票' }
    search = () => ({ items: [], next: null })
    expect((await show(HistoryPage)).shown.text()).toContain('没有找到')
    search = () => Promise.reject(new ProblemError({ status: 503, code: 'search_too_wide', detail: '请缩小范围' }))
    expect((await show(HistoryPage)).shown.get('[role="alert"]').text()).toContain('请缩小范围')
    desk.route.query = {}
    conversation = () => Promise.reject(new ProblemError({ status: 403, code: 'not_yours', detail: '这不是您的会话' }))
    expect((await show(HistoryPage, { id: 'c1' })).part('talk').text()).toContain('这不是您的会话')
  })

  it('reads a conversation at the place of a message, with no way to write', async () => {
    desk.route.query = { q: '退票', seq: '2' }
    const { shown, part } = await show(HistoryPage, { id: 'c1' })
    expect(asked('/conversations/c1/messages')).toMatchObject([{ after: 0, limit: 50 }])
    expect(part('talk').get('[aria-current="true"]').text()).toContain('怎么退票')
    expect(part('talk').find('textarea').exists()).toBe(false)
    expect(shown.text()).toContain('只读')
    await part('talk-back').trigger('click')
    expect(desk.pushed.at(-1)).toEqual({ path: '/history', query: { q: '退票' } })
  })

  it('lets those who lead choose an agent and export', async () => {
    desk.looks = viewer('vip.manager', 'manager')
    const { press } = await show(HistoryPage)
    expect(asked('/users')).toHaveLength(1)
    await press('history-export')
    expect(document.querySelector('[data-testid="export-dialog"]')!.textContent).toContain('导出您可以查看的全部会话')
  })
})
