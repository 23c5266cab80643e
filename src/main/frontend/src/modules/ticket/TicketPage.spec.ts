import { flushPromises, RouterLinkStub } from '@vue/test-utils'
import { ElSelect } from 'element-plus'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { ref } from 'vue'
import { http, ProblemError } from '@/shared/api'
import { message, NOW, person, show, ticket, viewer } from './testing/scene'
import TicketPage from './TicketPage.vue'
import type { Ticket } from './ticketTypes'

const desk = vi.hoisted(() => ({ looks: {} as unknown, now: {} as unknown, push: vi.fn() }))
vi.mock('@/modules/identity/useMe', () => ({ useMe: () => desk.looks }))
vi.mock('@/modules/presence/useServerNow', () => ({ useServerNow: () => desk.now }))
vi.mock('@/modules/presence/useSocket', () => ({ onFrame: () => {}, socket: () => ({}) }))
vi.mock('vue-router', async (original) => ({ ...(await original<object>()), useRouter: () => ({ push: desk.push, back: vi.fn() }) }))

let shownTicket: Ticket
const open = () => show(TicketPage, { id: 't1' })
const asked = (path: string) => vi.mocked(http.get).mock.calls.filter(([each]) => each === path).length
const select = (shown: Awaited<ReturnType<typeof open>>['shown'], id: string) =>
  shown.findAllComponents(ElSelect).find((one) => one.attributes('data-testid') === id)!

beforeEach(() => {
  desk.looks = viewer('kf017', 'customer_service')
  desk.now = ref(NOW)
  desk.push.mockReset()
  shownTicket = ticket()
  vi.spyOn(http, 'get').mockImplementation((path, query) => {
    if (path === '/departments') return Promise.resolve({ items: [{ id: 'vip', name: '大客户' }, { id: 'aftersales', name: '售后' }] }) as never
    if (path.startsWith('/audit')) return Promise.resolve({ items: [] }) as never
    if (path === '/tickets/t1/assignees') return Promise.resolve({ items: [person('kf017'), person('kf018')] }) as never
    if (path === '/conversations/c1/messages')
      return Promise.resolve(query?.before ? { items: [message(1, '最早的一句')] } : { items: [message(2, '座位图少了第 7 排'), message(3, '系统消息', { senderType: 'SYSTEM' })], next: '2' }) as never
    return Promise.resolve(shownTicket) as never
  })
  vi.spyOn(http, 'post').mockImplementation(() => Promise.resolve(shownTicket) as never)
})

describe('a ticket', () => {
  it('tells everything said so far, earlier parts on demand, and leads to the conversation', async () => {
    const { shown, part } = await open()
    expect(part('ticket-transcript').text()).toContain('座位图少了第 7 排')
    expect(part('ticket-transcript').text()).not.toContain('最早的一句')
    await part('ticket-transcript').get('button').trigger('click')
    await flushPromises()
    const said = shown.findAll('[data-testid="message"]').map((it) => it.text())
    expect(said[0]).toContain('最早的一句')
    expect(said).toHaveLength(3)
    expect(shown.findAllComponents(RouterLinkStub).map((it) => it.props('to'))).toContain('/chat/c1')
  })

  it('tells who can be reached how, what was noted, and when it is due', async () => {
    shownTicket = ticket({
      contact: { name: '周敏', phone: '010-6000 1234', email: 'zhou@lanshan.example' },
      notes: [{ id: 'n1', author: person('kf018'), at: '2026-11-26T07:00:00Z', text: '等场馆\n重出座位图' }],
    })
    const { shown, part } = await open()
    expect(part('ticket-contact').findAll('a').map((it) => it.attributes('href'))).toEqual(['tel:01060001234', 'mailto:zhou%40lanshan.example'])
    for (const text of ['林涛', '11月26日 15:00', '重出座位图']) expect(part('ticket-notes').text()).toContain(text)
    expect(part('ticket-due').text()).toBe('剩余 2 小时 30 分')
    for (const text of ['T-20261126-000007', '蓝山科技 周敏', '客户要求人工客服']) expect(shown.text()).toContain(text)
  })

  it('that left no way to be reached says so', async () => {
    expect((await open()).part('ticket-no-contact').text()).toContain('没有留下')
  })

  it('that is not there or could not be asked for says so', async () => {
    vi.mocked(http.get).mockRejectedValue(new ProblemError({ status: 404, code: 'ticket_unknown', detail: '工单不存在。' }))
    expect((await open()).shown.get('[role="alert"]').text()).toContain('工单不存在')
  })
})

describe('an agent', () => {
  it('takes it up and answers in the conversation', async () => {
    const { press } = await open()
    await press('ticket-take-up')
    expect(http.post).toHaveBeenCalledExactlyOnceWith('/tickets/t1/take-up')
    expect(desk.push).toHaveBeenCalledWith('/chat/c1')
  })

  it('learns that somebody else was faster, and sees who', async () => {
    const { part, press } = await open()
    vi.mocked(http.post).mockRejectedValue(new ProblemError({ status: 409, code: 'ticket_taken', detail: '该工单已由他人处理。' }))
    shownTicket = ticket({ state: 'OPEN', assignee: person('kf018'), version: 4 })
    await press('ticket-take-up')
    expect(document.body.textContent).toContain('该工单已由他人处理。 页面已更新为最新状态。')
    expect(part('ticket-detail').attributes('data-state')).toBe('OPEN')
    expect(part('ticket-take-up').exists()).toBe(false)
    expect(desk.push).not.toHaveBeenCalled()
  })

  it('moves it on as it was seen', async () => {
    shownTicket = ticket({ state: 'OPEN', assignee: person('kf017') })
    const { press } = await open()
    shownTicket = { ...shownTicket, state: 'PENDING', version: 4 }
    await press('ticket-to-PENDING')
    expect(http.post).toHaveBeenCalledExactlyOnceWith('/tickets/t1/state', { state: 'PENDING' }, { version: 3 })
  })

  it('solves it with a word for the colleagues', async () => {
    shownTicket = ticket({ state: 'OPEN', assignee: person('kf017') })
    const { part, press } = await open()
    await press('ticket-to-SOLVED')
    expect(http.post).not.toHaveBeenCalled()
    await part('ticket-state-note').setValue(' 已寄出 ')
    await press('ticket-state-send')
    expect(http.post).toHaveBeenCalledExactlyOnceWith('/tickets/t1/state', { state: 'SOLVED', note: '已寄出' }, { version: 3 })
    expect(part('ticket-state-send').exists()).toBe(false)
  })

  it('gives it to a colleague, takes it, or gives it back', async () => {
    shownTicket = ticket({ state: 'OPEN', assignee: person('kf018') })
    const { shown, press, part } = await open()
    expect(part('ticket-department').exists()).toBe(false)
    await press('ticket-mine')
    select(shown, 'ticket-assignee').vm.$emit('update:modelValue', '')
    await flushPromises()
    expect(vi.mocked(http.post).mock.calls).toEqual([
      ['/tickets/t1/assignment', { assignee: 'kf017' }, { version: 3 }],
      ['/tickets/t1/assignment', { assignee: null }, { version: 3 }],
    ])
  })

  it('changes how soon it is due', async () => {
    const { shown } = await open()
    select(shown, 'ticket-priority-choice').vm.$emit('update:modelValue', 'LOW')
    await flushPromises()
    expect(http.post).toHaveBeenCalledExactlyOnceWith('/tickets/t1/priority', { priority: 'LOW' }, { version: 3 })
  })

  it('writes a note once, keeps it when that failed, and tries the same again', async () => {
    const create = vi.spyOn(http, 'create').mockRejectedValueOnce(new ProblemError({ status: 0, code: 'offline' }))
    const { part, shown } = await open()
    expect(part('ticket-note-send').attributes('disabled')).toBeDefined()
    await part('ticket-note').setValue(' 等场馆回复 ')
    await shown.get('form').trigger('submit')
    await flushPromises()
    expect((part('ticket-note').element as HTMLTextAreaElement).value).toBe(' 等场馆回复 ')
    create.mockResolvedValue({} as never)
    await shown.get('form').trigger('submit')
    await flushPromises()
    const [first, second] = create.mock.calls
    expect(first).toEqual(['/tickets/t1/notes', { text: '等场馆回复' }, expect.any(String)])
    expect(second).toEqual(first)
    expect((part('ticket-note').element as HTMLTextAreaElement).value).toBe('')
  })

  it('can do nothing to one that is closed but read it', async () => {
    shownTicket = ticket({ state: 'CLOSED', assignee: person('kf018') })
    const { part, shown } = await open()
    expect(part('ticket-actions').findAll('button')).toHaveLength(0)
    expect(shown.findAllComponents(ElSelect)).toHaveLength(0)
    expect(asked('/tickets/t1/assignees')).toBe(0)
  })
})

describe('a manager', () => {
  it('gives it to another department, and does not go on with it', async () => {
    desk.looks = viewer('vip.manager', 'manager')
    const { shown, part } = await open()
    expect(part('ticket-take-up').exists()).toBe(false)
    vi.mocked(http.post).mockResolvedValue(ticket({ department: 'aftersales' }) as never)
    select(shown, 'ticket-department').vm.$emit('update:modelValue', 'aftersales')
    await flushPromises()
    expect(desk.push).toHaveBeenCalledWith('/tickets')
    expect(http.post).toHaveBeenCalledExactlyOnceWith('/tickets/t1/assignment', { department: 'aftersales' }, { version: 3 })
    expect(asked('/audit/ticket/t1')).toBeGreaterThan(0)
  })
})

describe('an auditor', () => {
  it('reads the ticket and its steps, and not what was said', async () => {
    desk.looks = viewer('acme.auditor', 'auditor')
    const { shown, part } = await open()
    expect(part('ticket-actions').exists()).toBe(false)
    expect(part('ticket-note').exists()).toBe(false)
    expect(shown.text()).toContain('会话内容仅对该部门可见')
    expect(asked('/conversations/c1/messages')).toBe(0)
    expect(asked('/audit/ticket/t1')).toBe(1)
  })
})
