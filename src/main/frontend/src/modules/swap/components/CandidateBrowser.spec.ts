import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { http, ProblemError } from '@/shared/api'
import { EMPTY, withLink, type Chain } from '../chain'
import type { CandidateShift } from '../swapTypes'
import { finding, link, SHIFTS, shift, show, viewer } from '../testing/scene'
import CandidateBrowser from './CandidateBrowser.vue'

vi.mock('@/modules/identity/useMe', () => ({ useMe: () => viewer('kf001', 'customer_service') }))
// The filters have their own spec; date pickers are slow to draw.
vi.mock('./CandidateFilters.vue', () => ({ default: { name: 'CandidateFilters', props: ['modelValue'], emits: ['update:modelValue'], template: '<i />' } }))

const option = (of: Partial<CandidateShift> = {}): CandidateShift => ({ ...SHIFTS.b, heldBy: null, findings: [], takeable: true, direct: false, ...of })
const page = (shifts: CandidateShift[], next: string | null = null) => ({ items: [{ ...link('b'), shifts }], next })
const chain: Chain = withLink(EMPTY, link('a'))
const asked = () => vi.mocked(http.get).mock.calls.filter(([path]) => path === '/swaps/candidates').map(([, query]) => query!)
let answers: () => unknown

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-11-26T04:00:00Z'), toFake: ['Date'] })
  answers = () => page([option()])
  vi.spyOn(http, 'get').mockImplementation((path) => Promise.resolve(path === '/departments' ? { items: [{ id: 'vip', name: '大客户' }] } : answers()) as never)
})
afterEach(() => vi.useRealTimers())

const browse = (changes: object = {}) => show(CandidateBrowser, { chain, busy: false, ...changes })

describe('the shifts to take', () => {
  it('are asked for around the one that is given', async () => {
    await browse()
    expect(asked()).toMatchObject([{ gives: 'a', from: '2026-11-28', to: '2026-12-12', department: '', limit: 20 }])
  })

  it('are picked, or swapped directly where their owner could take the own one', async () => {
    answers = () => page([option({ direct: true }), option({ ...SHIFTS.d, direct: false })])
    const { shown, press } = await browse()
    expect(shown.findAll('[data-testid="swap-direct"]')).toHaveLength(1)
    await press('candidate-shift')
    await press('swap-direct')
    expect(shown.emitted('pick')).toEqual([[link('b')]])
    expect(shown.emitted('direct')).toEqual([[link('b')]])
  })

  it('that no rule lets pass say why, to eyes, ears and fingers, and are not picked', async () => {
    answers = () => page([option({ takeable: false, direct: true, findings: [finding({ message: '缺少技能' })] })])
    const { shown, part, press } = await browse()
    expect(part('candidate-shift').attributes('aria-disabled')).toBe('true')
    expect(part('candidate-shift').attributes('aria-label')).toContain('缺少技能')
    expect(part('swap-direct').exists()).toBe(false)
    await press('candidate-shift')
    expect(shown.emitted('pick')).toBeUndefined()
    expect(shown.get('[role="status"]').text()).toBe('缺少技能')
  })

  it('that another swap holds name it', async () => {
    answers = () => page([option({ heldBy: 'S-7', direct: true })])
    const { part } = await browse()
    expect(part('candidate-shift').attributes('aria-label')).toContain('S-7')
    expect(part('candidate-shift').attributes('aria-disabled')).toBe('true')
    expect(part('swap-direct').exists()).toBe(false)
  })

  it('with a warning can be taken', async () => {
    answers = () => page([option({ findings: [finding({ severity: 'WARNS', message: '只休息 11.5 小时' })] })])
    const { shown, part, press } = await browse()
    expect(part('candidate-shift').attributes('aria-label')).toContain('只休息 11.5 小时')
    await press('candidate-shift')
    expect(shown.emitted('pick')).toHaveLength(1)
  })

  it('are a few of each person at first, and come page by page', async () => {
    const many = Array.from({ length: 10 }, (_, i) => option(shift(`x${i}`, `2026-12-${String(10 + i)}`)))
    answers = () => (asked().at(-1)?.cursor ? page([option()]) : page(many, 'next'))
    const { shown, press } = await browse()
    expect(shown.findAll('[data-testid="candidate-shift"]')).toHaveLength(6)
    await press('candidate-all')
    expect(shown.findAll('[data-testid="candidate-shift"]')).toHaveLength(10)
    await press('candidates-more')
    expect(asked().at(-1)).toMatchObject({ cursor: 'next' })
    expect(shown.findAll('[data-testid="candidate-shift"]')).toHaveLength(11)
  })

  it('of the one before are not shown for the next', async () => {
    const { shown } = await browse()
    let arrive!: (told: unknown) => void
    vi.mocked(http.get).mockImplementation((path) => (path === '/departments' ? Promise.resolve({ items: [] }) : new Promise((resolve) => (arrive = resolve))) as never)
    await shown.setProps({ chain: withLink(chain, link('b')) })
    await flushPromises()
    expect(shown.find('[data-testid="candidate-shift"]').exists()).toBe(false)
    expect(asked().at(-1)).toMatchObject({ gives: 'b', from: '2026-11-30' })
    arrive(page([option(SHIFTS.c)]))
    await flushPromises()
    expect(shown.find('[data-testid="swap-candidate"]').text()).toContain('已在这条链中')
  })

  it('are those of the department and the days that are chosen', async () => {
    const { shown } = await browse()
    shown.getComponent({ name: 'CandidateFilters' }).vm.$emit('update:modelValue', { department: 'vip', from: '2026-12-01', to: '2026-12-02' })
    await flushPromises()
    expect(asked().at(-1)).toMatchObject({ department: 'vip', from: '2026-12-01', to: '2026-12-02' })
  })

  it('that are none lead to a wish, and what failed can be tried again', async () => {
    answers = () => ({ items: [], next: null })
    expect((await browse()).shown.text()).toContain('先登记换班意愿')
    vi.mocked(http.get).mockRejectedValue(new ProblemError({ status: 503, code: 'down', detail: '服务暂不可用' }))
    expect((await browse()).shown.get('[role="alert"]').text()).toContain('服务暂不可用')
  })
})
