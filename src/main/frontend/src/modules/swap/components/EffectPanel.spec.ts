import { beforeEach, describe, expect, it, vi } from 'vitest'
import { http } from '@/shared/api'
import type { SwapCheck } from '../swapTypes'
import { answer, items, person, show, viewer } from '../testing/scene'
import EffectPanel from './EffectPanel.vue'

vi.mock('@/modules/identity/useMe', () => ({ useMe: () => viewer('kf001', 'customer_service') }))

const week = (minutesBefore: number, minutesAfter: number) => ({ monday: '2026-11-30', minutesBefore, minutesAfter, contractMinutes: 2400 })
const check = (changes: Partial<SwapCheck>) => answer(items(['a', 'b']), changes)

beforeEach(() => vi.spyOn(http, 'get').mockResolvedValue({ items: [{ id: 'vip', name: '大客户' }] }))

describe('what a swap changes', () => {
  it('is each week’s hours before and after, with what is over the contract', async () => {
    const people = [{ agent: person('kf001'), before: [], after: [], weeks: [week(2400, 2550), week(1200, 1200)] }]
    const { shown } = await show(EffectPanel, { check: check({ people }), stale: false })
    const rows = shown.findAll('[data-testid="swap-week"]')
    expect(rows).toHaveLength(1)
    for (const text of ['陈晓雨', '11月30日 起一周', '40', '42.5 小时', '合同 40，超 2.5']) expect(rows[0]!.text()).toContain(text)
  })

  it('is the floor where its number changes, with the minimum', async () => {
    const coverage = [{ department: 'vip', from: '2026-12-05T14:00:00Z', to: '2026-12-05T22:00:00Z', before: 2, after: 1, minimum: 2 }]
    const { part } = await show(EffectPanel, { check: check({ coverage }), stale: false })
    for (const text of ['大客户', '12月5日 22:00–06:00', '最低 2']) expect(part('swap-coverage').text()).toContain(text)
    expect(part('swap-coverage').attributes('data-tone')).toBe('bad')
  })

  it('is nothing, said in words, and pale while a newer answer is awaited', async () => {
    const { shown, part } = await show(EffectPanel, { check: check({}), stale: true })
    expect(shown.text()).toContain('每周工时不变')
    expect(shown.text()).toContain('各时段在岗人数不变')
    expect(part('swap-effect').attributes('aria-busy')).toBe('true')
  })
})
