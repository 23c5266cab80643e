import { flushPromises } from '@vue/test-utils'
import { ElMessageBox, ElSelect } from 'element-plus'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { reactive } from 'vue'
import { http, ProblemError } from '@/shared/api'
import type { SwapWish } from './swapTypes'
import { person, SHIFTS, show, viewer } from './testing/scene'
import WishesPage from './WishesPage.vue'

const desk = vi.hoisted(() => ({ looks: {} as unknown, route: {} as { query: Record<string, string> }, replace: vi.fn() }))
vi.mock('@/modules/identity/useMe', () => ({ useMe: () => desk.looks }))
vi.mock('@/modules/presence/useSocket', () => ({ onFrame: () => {} }))
vi.mock('vue-router', async (original) => ({
  ...(await original<object>()),
  useRoute: () => desk.route,
  useRouter: () => ({ replace: desk.replace }),
}))

const wish = (id: string, agent: string, changes: Partial<SwapWish> = {}): SwapWish => ({
  id, agent: person(agent), department: 'ticketing', gives: SHIFTS.a, shiftTypes: [], from: '2026-12-01', to: '2026-12-10', comment: null, createdAt: '2026-11-26T02:00:00Z', ...changes,
})
const types = [SHIFTS.a, SHIFTS.b].map(({ shiftType }) => ({ ...shiftType, code: shiftType.id, start: '', end: '' }))
const plan = {
  people: [], shiftTypes: types,
  assignments: [{ id: 'a', agentId: 'kf001', date: SHIFTS.a.date, shiftTypeId: 'night', start: SHIFTS.a.start, end: SHIFTS.a.end, status: 'ACTIVE' }],
}
let wishes: SwapWish[]

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-11-26T04:00:00Z'), toFake: ['Date'] })
  Object.assign(desk, { looks: viewer('kf001', 'customer_service'), route: reactive({ query: {} }) })
  desk.replace.mockReset()
  wishes = [wish('w2', 'kf002', { shiftTypes: [SHIFTS.b.shiftType], comment: '有课' }), wish('w1', 'kf001')]
  vi.spyOn(http, 'get').mockImplementation((path) =>
    Promise.resolve(path === '/rota' ? plan : path === '/swaps/wishes' ? { items: wishes, next: null } : { items: [] }) as never,
  )
  vi.spyOn(http, 'create').mockResolvedValue(wish('w3', 'kf001'))
  vi.spyOn(http, 'delete').mockResolvedValue(undefined)
})
afterEach(() => vi.useRealTimers())

const choose = async (scene: Awaited<ReturnType<typeof show>>, index: number, value: unknown) => {
  scene.shown.findAllComponents(ElSelect)[index]!.vm.$emit('update:modelValue', value)
  await flushPromises()
}

describe('the wishes', () => {
  it('tell what is given for what, the own ones first', async () => {
    const { shown } = await show(WishesPage)
    const rows = shown.findAll('[data-testid="wish"]')
    expect(rows.map((row) => row.attributes('data-wish'))).toEqual(['w1', 'w2'])
    expect(rows[0]!.text()).toContain('任何班次')
    for (const text of ['李思远', '夜班 22:00–次日 06:00', '早班', '12月1日 – 12月10日', '有课']) expect(rows[1]!.text()).toContain(text)
  })

  it('are taken back by their own people only, after a question', async () => {
    const { shown, press } = await show(WishesPage)
    expect(shown.findAll('[data-testid="wish-remove"]')).toHaveLength(1)
    const confirm = vi.spyOn(ElMessageBox, 'confirm').mockRejectedValueOnce('cancel')
    await press('wish-remove')
    expect(http.delete).not.toHaveBeenCalled()
    confirm.mockResolvedValueOnce('confirm' as never)
    await press('wish-remove')
    expect(http.delete).toHaveBeenCalledExactlyOnceWith('/swaps/wishes/w1')
  })

  it('say when there are none, and when they could not be asked for', async () => {
    wishes = []
    expect((await show(WishesPage)).shown.text()).toContain('还没有换班意愿')
    vi.mocked(http.get).mockRejectedValue(new ProblemError({ status: 503, code: 'down', detail: '服务暂不可用' }))
    expect((await show(WishesPage)).shown.get('[role="alert"]').text()).toContain('服务暂不可用')
  })

  it('are added by agents only', async () => {
    desk.looks = viewer('ticketing.manager', 'manager')
    desk.route.query = { gives: 'a' }
    const { part } = await show(WishesPage)
    for (const testid of ['wish-new', 'wish-send']) expect(part(testid).exists()).toBe(false)
  })
})

describe('a new wish', () => {
  it('needs a shift; what may be taken is asked for around it', async () => {
    const scene = await show(WishesPage)
    await scene.press('wish-new')
    await scene.part('wish-send').trigger('submit')
    expect(scene.shown.text()).toContain('请选择班次')
    expect(http.create).not.toHaveBeenCalled()
    await choose(scene, 0, 'a')
    await choose(scene, 1, ['early'])
    await scene.shown.get('#wish-form').trigger('submit')
    await flushPromises()
    expect(vi.mocked(http.create).mock.calls[0]!.slice(0, 2)).toEqual([
      '/swaps/wishes',
      { gives: 'a', shiftTypeIds: ['early'], from: '2026-11-28', to: '2026-12-12', comment: undefined },
    ])
    expect(scene.part('wish-send').exists()).toBe(false)
  })

  it('begins with the shift of the address', async () => {
    desk.route.query = { gives: 'a' }
    const scene = await show(WishesPage)
    await scene.shown.get('#wish-form').trigger('submit')
    await flushPromises()
    expect(vi.mocked(http.create).mock.calls[0]![1]).toMatchObject({ gives: 'a' })
    expect(desk.replace).toHaveBeenCalledWith('/swaps/wishes')
  })

  it('that fails stays open and is repeated with the same key', async () => {
    vi.mocked(http.create).mockRejectedValue(new ProblemError({ status: 0, code: 'offline' }))
    desk.route.query = { gives: 'a' }
    const scene = await show(WishesPage)
    for (let times = 0; times < 2; times++) {
      await scene.shown.get('#wish-form').trigger('submit')
      await flushPromises()
    }
    const keys = vi.mocked(http.create).mock.calls.map(([, , key]) => key)
    expect(keys).toHaveLength(2)
    expect(keys[0]).toBe(keys[1])
    expect(scene.part('wish-send').exists()).toBe(true)
  })
})
