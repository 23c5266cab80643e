import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { reactive } from 'vue'
import { http, ProblemError } from '@/shared/api'
import ComposerPage from './ComposerPage.vue'
import type { CandidateShift, SwapRequestItem } from './swapTypes'
import { answer, finding, items, link, person, SHIFTS, show, swap, viewer } from './testing/scene'

const desk = vi.hoisted(() => ({ looks: {} as unknown, query: {} as Record<string, string>, push: vi.fn(), replace: vi.fn() }))
vi.mock('@/modules/identity/useMe', () => ({ useMe: () => desk.looks }))
vi.mock('@/modules/presence/useSocket', () => ({ onFrame: () => {} }))
// The filters have their own spec; date pickers are slow to draw.
vi.mock('./components/CandidateFilters.vue', () => ({ default: { template: '<i />' } }))
vi.mock('vue-router', async (original) => ({
  ...(await original<object>()),
  useRoute: () => reactive({ query: desk.query }),
  useRouter: () => ({ push: desk.push, replace: desk.replace }),
}))

const candidate = (id: keyof typeof SHIFTS, changes: Partial<CandidateShift> = {}) => ({
  ...link(id),
  shifts: [{ ...SHIFTS[id], heldBy: null, findings: [], takeable: true, direct: false, ...changes }],
})
const plan = {
  from: '2026-11-26', to: '2026-12-20', zone: 'Asia/Shanghai', people: [person('kf001')],
  shiftTypes: [{ ...SHIFTS.a.shiftType, code: 'N', start: '22:00', end: '06:00' }],
  assignments: [{ id: 'a', agentId: 'kf001', date: SHIFTS.a.date, shiftTypeId: 'night', start: SHIFTS.a.start, end: SHIFTS.a.end, status: 'ACTIVE' }],
}
const served: Record<string, unknown> = {}
const told = (asked: SwapRequestItem[]) => {
  const all = items(['a', 'b', 'c', 'd'])
  const of = (id: string) => all.find(({ gives }) => gives.assignmentId === id)!
  return asked.map(({ gives, takes }, index) => ({ ...of(gives), step: index + 1, takes: takes ? of(takes).gives : null }))
}
const settle = async () => {
  await vi.advanceTimersByTimeAsync(300)
  await flushPromises()
}

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-11-26T04:00:00Z'), toFake: ['setTimeout', 'clearTimeout', 'Date'] })
  sessionStorage.clear()
  Object.assign(desk, { looks: viewer('kf001', 'customer_service'), query: {} })
  desk.push.mockReset()
  desk.replace.mockReset()
  Object.assign(served, {
    '/rota': plan,
    '/swaps': { items: [] },
    '/departments': { items: [{ id: 'ticketing', name: '票务咨询' }, { id: 'vip', name: '大客户' }] },
    '/swaps/candidates': { items: [candidate('b', { direct: true }), candidate('c')], next: null },
    '/swaps/suggestions': { items: [{ items: items(['a', 'b', 'c']), people: 3, points: 71.5, parts: [{ name: 'people', points: 30 }], findings: [] }], searched: 12 },
  })
  vi.spyOn(http, 'get').mockImplementation((path) => Promise.resolve(served[path]) as never)
  vi.spyOn(http, 'post').mockImplementation((_, body) => Promise.resolve(answer(told((body as { items: SwapRequestItem[] }).items))) as never)
})
afterEach(() => vi.useRealTimers())

async function opened() {
  const scene = await show(ComposerPage)
  await settle()
  return scene
}
const links = (scene: Awaited<ReturnType<typeof opened>>) => scene.shown.findAll('[data-testid="chain-link"]').map((it) => it.attributes('data-agent'))

describe('a swap of two', () => {
  it('takes two clicks: the shift, and its direct swap', async () => {
    const create = vi.spyOn(http, 'create').mockResolvedValue(swap())
    const { press } = await opened()
    await press('own-shift')
    await settle()
    await press('swap-direct')
    await settle()
    expect(create.mock.calls[0]![1]).toEqual({
      items: [{ agentId: 'kf001', gives: 'a', takes: 'b' }, { agentId: 'kf002', gives: 'b', takes: 'a' }],
      comment: null,
    })
    expect(desk.push).toHaveBeenCalledExactlyOnceWith('/swaps/s1')
  })

  it('that is refused shows why at its link, keeps the chain and names the kept request', async () => {
    const conflicts = [finding({ step: 2, message: '休息不足' })]
    vi.spyOn(http, 'create').mockRejectedValue(new ProblemError({ status: 409, code: 'swap_refused', detail: '规则不允许', id: 's9', number: 'S-9', conflicts } as never))
    const scene = await opened()
    await scene.press('own-shift')
    await settle()
    await scene.press('swap-direct')
    await settle()
    expect(links(scene)).toEqual(['kf001', 'kf002'])
    const second = scene.shown.findAll('[data-testid="chain-link"]')[1]!
    expect([second.attributes('data-verdict'), second.text()]).toEqual(['BLOCKS', expect.stringContaining('休息不足')])
    expect(scene.part('swap-refused').text()).toContain('S-9')
    expect(desk.push).not.toHaveBeenCalled()
  })
})

describe('a longer chain', () => {
  it('goes on with whose shift the next one takes, until it is closed and sent', async () => {
    const create = vi.spyOn(http, 'create').mockResolvedValue(swap())
    const scene = await opened()
    await scene.press('own-shift')
    await settle()
    await scene.shown.findAll('[data-testid="candidate-shift"]')[0]!.trigger('click')
    await settle()
    expect(scene.part('swap-choice').text()).toContain('李思远 接谁的班？')
    expect(vi.mocked(http.get).mock.calls.filter(([path]) => path === '/swaps/candidates').map(([, query]) => query!.gives)).toEqual(['a', 'b'])
    expect(scene.shown.find('[data-agent="kf002"][data-testid="swap-candidate"]').text()).toContain('已在这条链中')
    expect(scene.part('swap-direct').exists()).toBe(false)
    await scene.shown.findAll('[data-testid="candidate-shift"]')[0]!.trigger('click')
    await settle()
    expect(links(scene)).toEqual(['kf001', 'kf002', 'kf003'])
    expect(scene.part('chain-close').text()).toContain('王嘉宁 接您的 12月5日 周六 夜班')
    await scene.press('chain-close')
    await settle()
    expect(scene.part('swap-choice').exists()).toBe(false)
    expect(scene.shown.findAll('[data-testid="picture-arrow"]')).toHaveLength(3)
    await scene.part('swap-comment').setValue('谢谢')
    await settle()
    await scene.press('swap-send')
    await settle()
    expect(create.mock.calls[0]![1]).toMatchObject({ items: [{ takes: 'b' }, { takes: 'c' }, { takes: 'a' }], comment: '谢谢' })
    expect(desk.push).toHaveBeenCalledWith('/swaps/s1')
  })

  it('is undone with a key and closed with another', async () => {
    const scene = await opened()
    await scene.press('own-shift')
    await settle()
    await scene.shown.findAll('[data-testid="candidate-shift"]')[0]!.trigger('click')
    await settle()
    const key = (code: string) => window.dispatchEvent(new KeyboardEvent('keydown', { altKey: true, code }))
    key('KeyK')
    await settle()
    expect(scene.part('swap-send').exists()).toBe(true)
    key('KeyU')
    key('KeyU')
    await settle()
    expect(links(scene)).toEqual(['kf001'])
  })

  it('cannot be sent as long as a rule says no', async () => {
    vi.mocked(http.post).mockImplementation((_, body) =>
      Promise.resolve(answer(told((body as { items: SwapRequestItem[] }).items), { feasible: false, findings: [finding({ step: null, message: '整条链不成立' })] })) as never,
    )
    const scene = await opened()
    await scene.press('own-shift')
    await settle()
    await scene.shown.findAll('[data-testid="candidate-shift"]')[0]!.trigger('click')
    await settle()
    await scene.press('chain-close')
    await settle()
    expect(scene.part('swap-send').attributes('disabled')).toBeDefined()
    expect(scene.shown.text()).toContain('整条链不成立')
  })

  it('comes from a suggestion with one click', async () => {
    const scene = await opened()
    await scene.press('own-shift')
    await settle()
    await scene.press('tab-suggestions')
    await settle()
    expect(scene.part('suggestion').text()).toContain('71.5')
    expect(scene.part('suggestion').text()).toContain('人数少')
    await scene.press('suggestion-adopt')
    await settle()
    expect(links(scene)).toEqual(['kf001', 'kf002', 'kf003'])
    expect(scene.part('swap-send').attributes('disabled')).toBeUndefined()
  })
})

describe('the page', () => {
  it('begins with the shift of its address, and follows another choice in it', async () => {
    desk.query = { gives: 'a' }
    const scene = await opened()
    expect(links(scene)).toEqual(['kf001'])
    await scene.press('chain-clear')
    await settle()
    expect(desk.replace).toHaveBeenCalledWith({ query: {} })
    expect(scene.part('own-shift').exists()).toBe(true)
  })

  it('shows the own shifts when that of its address cannot be given away', async () => {
    desk.query = { gives: 'x' }
    vi.mocked(http.post).mockRejectedValue(new ProblemError({ status: 404, code: 'http_404' }))
    expect((await opened()).part('own-shift').exists()).toBe(true)
  })

  it('keeps what was composed over a reload', async () => {
    const before = await opened()
    await before.press('own-shift')
    await settle()
    await before.shown.findAll('[data-testid="candidate-shift"]')[0]!.trigger('click')
    await settle()
    before.shown.unmount()
    expect(links(await opened())).toEqual(['kf001', 'kf002'])
  })

  it('leads a shift that is held already to its swap', async () => {
    served['/swaps'] = { items: [swap()] }
    const { part, shown } = await opened()
    expect(part('own-shift').exists()).toBe(false)
    expect(part('own-held').text()).toContain('S-20261126-000012')
    expect(shown.findAllComponents({ name: 'RouterLinkStub' }).map((it) => it.props('to'))).toContain('/swaps/s1')
  })
})
