import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { reactive, ref } from 'vue'
import { http, ProblemError, type Floor } from '@/shared/api'
import { show } from '@/modules/leave/testing/scene'
import { viewer } from '@/modules/swap/testing/scene'
import FloorPage from './FloorPage.vue'
import { asked, at, floorOf, group, member, NOW, served, waiting } from './testing/scene'
import WallPage from './WallPage.vue'

const desk = vi.hoisted(() => ({
  looks: {} as unknown,
  now: {} as { value: number },
  connection: {} as { value: { state: string } },
  route: {} as { query: Record<string, string> },
  frames: {} as Record<string, ((frame?: unknown) => void)[]>,
  push: vi.fn(),
}))
vi.mock('@/modules/identity/useMe', () => ({ useMe: () => desk.looks }))
vi.mock('@/modules/presence/useServerNow', () => ({ useServerNow: () => desk.now }))
vi.mock('@/modules/presence/useSocket', () => ({
  onFrame: (name: string, listener: () => void) => (desk.frames[name] ??= []).push(listener),
  get connection() {
    return desk.connection
  },
}))
vi.mock('vue-echarts', () => ({ default: { name: 'VChart', props: ['option', 'autoresize'], render: () => null } }))
vi.mock('vue-router', async (original) => ({ ...(await original<object>()), useRoute: () => desk.route, useRouter: () => ({ push: desk.push }) }))

let answer: () => Floor
let posted: [string, unknown][]
const asks = () => vi.mocked(http.get).mock.calls.filter(([path]) => path === '/floor').map(([, query]) => query!)
const tell = (name: string, frame: unknown = undefined) => desk.frames[name]!.forEach((listener) => listener(frame))
const inBody = (testid: string) => document.querySelector<HTMLElement>(`[data-testid="${testid}"]`)
const press = (testid: string) => (inBody(testid)!.click(), flushPromises())

const busy = () =>
  floorOf(
    group({
      queue: [waiting('h1', { since: at(75), priority: 'URGENT', skills: ['refund'] }), waiting('h2', { position: 2, since: at(4), ...asked('kf002', 12) })],
      served: [served('h3', 'kf001', { state: 'PAUSED' }), served('h4', 'kf001', { transferTo: 'kf002', customerLost: true })],
      members: [member('kf001', { active: 2 }), member('kf002', { active: 4 })],
    }),
  )

beforeEach(() => {
  desk.looks = viewer('ticketing.manager', 'manager')
  desk.now = ref(NOW)
  desk.connection = ref({ state: 'ready' })
  desk.route = reactive({ query: {} })
  desk.frames = {}
  desk.push.mockReset()
  answer = busy
  posted = []
  vi.spyOn(http, 'get').mockImplementation((path) => {
    if (path === '/floor') return Promise.resolve(answer()) as never
    if (path === '/departments') return Promise.resolve({ items: [{ id: 'ticketing', name: '票务咨询' }, { id: 'vip', name: '大客户' }] }) as never
    return Promise.resolve(path === '/rota/live' ? { date: '2026-11-26', people: [] } : { items: [] }) as never
  })
  vi.spyOn(http, 'post').mockImplementation((path, body) => (posted.push([path, body]), Promise.resolve({})) as never)
})
afterEach(() => (document.body.innerHTML = ''))

describe('the live floor', () => {
  it('shows who waits for how long, and ticks', async () => {
    const { shown } = await show(FloorPage)
    expect(asks()).toEqual([{ department: 'ticketing' }])
    const rows = shown.findAll('[data-testid="queued"]')
    expect(rows.map((row) => row.find('.waited').text())).toEqual(['1:15', '0:04'])
    expect(rows.map((row) => row.classes('bad'))).toEqual([true, false])
    expect(rows[1]!.text()).toContain('正在询问 李思远，12 秒')
    desk.now.value += 12_000
    await flushPromises()
    expect(rows.map((row) => row.find('.waited').text())).toEqual(['1:27', '0:16'])
    expect(rows[1]!.classes('bad')).toBe(true)
    expect(shown.get('[data-testid="floor-stats"]').text()).toContain('1:27')
  })

  it('shows who handles what, and what went wrong there', async () => {
    const { shown } = await show(FloorPage)
    const text = shown.get('[data-person="kf001"]').text()
    for (const words of ['陈晓雨', '2/4', '已暂停', '转给 李思远', '客户离线', '2:05']) expect(text).toContain(words)
  })

  it('shows the offers with their countdown, and why it was this agent', async () => {
    const { part, press: click } = await show(FloorPage)
    expect(part('offer-in-flight').text()).toContain('李思远')
    expect(part('offer-in-flight').get('[role="timer"]').text()).toBe('12')
    expect(part('offer-score').exists()).toBe(false)
    await part('offer-in-flight').get('button').trigger('click')
    expect(part('offer-score').text()).toContain('72')
    await click('tab-DAY')
    expect(part('service').attributes('data-window')).toBe('DAY')
    expect(part('service').text()).toContain('67%')
  })

  it('is asked for again when it has changed, once for many changes, and not for another department', async () => {
    await show(FloorPage)
    tell('FLOOR', { type: 'FLOOR', department: 'vip' })
    await flushPromises()
    expect(asks()).toHaveLength(1)
    vi.useFakeTimers()
    for (let i = 0; i < 9; i++) tell('FLOOR', { type: 'FLOOR', department: 'ticketing' })
    await vi.advanceTimersByTimeAsync(1_500)
    expect(asks()).toHaveLength(3)
    await vi.advanceTimersByTimeAsync(3_000)
    expect(asks()).toHaveLength(3)
    vi.useRealTimers()
  })

  it('shows a changed presence at once', async () => {
    const { shown } = await show(FloorPage)
    tell('PRESENCE', { type: 'PRESENCE', agentId: 'kf002', state: 'AWAY', onShift: true, light: 'GREEN' })
    await flushPromises()
    expect(shown.get('[data-testid="desk"][data-person="kf002"]').text()).toContain('离开')
  })

  it('says honestly how true it is', async () => {
    const { part } = await show(FloorPage)
    expect(part('freshness').attributes('data-freshness')).toBe('live')
    desk.connection.value = { state: 'waiting' }
    await flushPromises()
    expect(part('freshness').text()).toContain('实时连接中断')
    desk.now.value += 40_000
    await flushPromises()
    expect(part('freshness').text()).toContain('已过 0:40')
  })

  it('keeps what it knows when it cannot be asked for again, and says so when it never could', async () => {
    const { part, shown } = await show(FloorPage)
    vi.mocked(http.get).mockRejectedValue(new ProblemError({ status: 503, code: 'down', detail: '服务暂不可用' }))
    tell('READY')
    await flushPromises()
    expect(part('queue-group').text()).toContain('方晓彤')
    shown.unmount()
    expect((await show(FloorPage)).shown.get('[role="alert"]').text()).toContain('服务暂不可用')
  })

  it('says when nobody waits, is asked, or is there', async () => {
    answer = () => floorOf(group())
    const { shown } = await show(FloorPage)
    for (const words of ['没有人在排队', '当前没有待答复的邀请', '无人当班或在线']) expect(shown.text()).toContain(words)
  })

  it('tells how many more wait than it lists', async () => {
    answer = () => floorOf(group({ queue: [waiting('h1')], waiting: 250 }))
    expect((await show(FloorPage)).part('queue-group').text()).toContain('后面还有 249 位')
  })

  it('shows administrators all departments, each with its queue', async () => {
    desk.looks = viewer('acme.admin', 'admin')
    answer = () => floorOf(group(), group({ department: 'vip' }))
    const { shown } = await show(FloorPage)
    expect(asks()).toEqual([{ department: '' }])
    expect(shown.findAll('[data-testid="queue-group"]').map((one) => one.text())).toEqual([expect.stringContaining('票务咨询'), expect.stringContaining('大客户')])
  })
})

describe('stepping in', () => {
  it('takes a customer with a click and goes there', async () => {
    const { part } = await show(FloorPage)
    await part('take').trigger('click')
    await flushPromises()
    expect(posted).toEqual([['/handoffs/h1/step-in', { action: 'TAKE', agentId: undefined, comment: undefined }]])
    expect(desk.push).toHaveBeenCalledWith('/chat/c-h1')
    expect(asks()).toHaveLength(2)
  })

  it('assigns by hand to whom one chooses, who suits first', async () => {
    const { part } = await show(FloorPage)
    await part('assign').trigger('click')
    await flushPromises()
    const choices = [...document.querySelectorAll('[data-testid^="choice-"]')].map((one) => one.textContent)
    expect(choices).toEqual([expect.stringMatching(/陈晓雨.*合适/s), expect.stringMatching(/李思远.*已满/s)])
    expect(inBody('step-in-decide')!.hasAttribute('disabled')).toBe(true)
    inBody('choice-kf002')!.querySelector('input')!.click()
    await flushPromises()
    await press('step-in-decide')
    expect(posted).toEqual([['/handoffs/h1/step-in', { action: 'ASSIGN', agentId: 'kf002', comment: undefined }]])
    expect(desk.push).not.toHaveBeenCalled()
  })

  it('makes a ticket of it, by keyboard', async () => {
    const { shown } = await show(FloorPage)
    await shown.get('[data-testid="queued"]').trigger('keydown', { key: 'k' })
    await flushPromises()
    expect(document.body.textContent).toContain('转工单：方晓彤')
    await press('step-in-decide')
    expect(posted).toEqual([['/handoffs/h1/step-in', { action: 'TICKET', agentId: undefined, comment: undefined }]])
  })

  it('leaves the dialog open when it was refused', async () => {
    vi.mocked(http.post).mockRejectedValue(new ProblemError({ status: 409, code: 'handoff_state', detail: '状态已变化' }))
    const { part } = await show(FloorPage)
    await part('ticket').trigger('click')
    await flushPromises()
    await press('step-in-decide')
    expect(inBody('step-in')).not.toBeNull()
    expect(document.body.textContent).toContain('状态已变化')
  })
})

describe('the wall', () => {
  it('is dark, shows the figures large, and names the department', async () => {
    await show(WallPage)
    const wall = inBody('wall')!
    expect(wall.classList).toContain('dark')
    for (const words of ['票务咨询', '1:15', '67%', '排队中']) expect(wall.textContent).toContain(words)
    expect(wall.querySelectorAll('button')).toHaveLength(1)
  })

  it('greys out what is old and lets it stand still, and comes back by itself', async () => {
    await show(WallPage)
    desk.now.value += 60_000
    await flushPromises()
    expect(inBody('wall')!.querySelector('.figures')!.classList).toContain('old')
    expect(inBody('wall')!.textContent).toContain('1:15')
    answer = () => ({ ...busy(), asOf: at(-60) })
    tell('READY')
    await flushPromises()
    expect(inBody('wall')!.querySelector('.figures')!.classList).not.toContain('old')
  })

  it('shows each department a line when there are several, or the one of its address', async () => {
    desk.looks = viewer('acme.admin', 'admin')
    answer = () => floorOf(group(), group({ department: 'vip' }))
    const { shown } = await show(WallPage)
    expect(inBody('wall')!.querySelectorAll('tbody tr')).toHaveLength(2)
    shown.unmount()
    desk.route.query = { department: 'vip', theme: 'light' }
    await show(WallPage)
    expect(asks().at(-1)).toEqual({ department: 'vip' })
    expect(inBody('wall')!.classList).toContain('light')
  })

  it('keeps the screen awake, again after the page was hidden, and lets it sleep afterwards', async () => {
    const release = vi.fn()
    const listeners: (() => void)[] = []
    const request = vi.fn(async () => ({ release, addEventListener: (_: string, listener: () => void) => listeners.push(listener) }))
    vi.stubGlobal('navigator', Object.assign(Object.create(navigator), { wakeLock: { request } }))
    const { shown } = await show(WallPage)
    expect(request).toHaveBeenCalledTimes(1)
    listeners.forEach((released) => released())
    document.dispatchEvent(new Event('visibilitychange'))
    await flushPromises()
    expect(request).toHaveBeenCalledTimes(2)
    shown.unmount()
    expect(release).toHaveBeenCalled()
    vi.unstubAllGlobals()
  })

  it('is left with Esc', async () => {
    await show(WallPage)
    dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }))
    expect(desk.push).toHaveBeenCalledWith('/live')
  })
})
