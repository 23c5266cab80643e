import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query'
import { flushPromises, mount } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { http, type Assignment, type BatchAnswer, type RotaPlan, type SlotConflict } from '@/shared/api'
import { changeLocale, i18n } from '@/shared/i18n'
import { boardOf } from '../board'
import BoardPlanner from './BoardPlanner.vue'

const dates = ['2026-12-21', '2026-12-22']
const types = [
  { id: 'early', name: '早班', code: 'E', color: '#0a0', start: '08:00', end: '16:00' },
  { id: 'late', name: '晚班', code: 'L', color: '#a00', start: '14:00', end: '22:00' },
]
const shift = (agentId: string, date: string, shiftTypeId = 'early'): Assignment => ({
  id: `${agentId}-${date}`,
  agentId,
  date,
  shiftTypeId,
  start: `${date}T00:00:00Z`,
  end: `${date}T08:00:00Z`,
  status: 'ACTIVE',
})
const planOf = (assignments: Assignment[]): RotaPlan => ({
  from: dates[0]!,
  to: dates[1]!,
  zone: 'Asia/Shanghai',
  people: ['a', 'b'].map((id) => ({ id, name: `姓名${id}`, department: 'x' })),
  shiftTypes: types,
  assignments,
})
const answer = (created: Assignment[], conflicts: SlotConflict[] = []): BatchAnswer => ({ created, conflicts, dryRun: false })

async function desk(assignments: Assignment[] = []) {
  changeLocale('zh-CN')
  const plan = planOf(assignments)
  const shown = mount(BoardPlanner, {
    props: { plan, rows: boardOf(plan, dates), dates, lights: new Map(), outdated: false },
    global: { plugins: [i18n, [VueQueryPlugin, { queryClient: new QueryClient() }]] },
    attachTo: document.body,
  })
  await flushPromises()
  const press = (selector: string, index: number) => {
    shown.findAll(selector)[index]!.element.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }))
    return flushPromises()
  }
  const day = (index: number) => press('[data-testid="board-day"]', index)
  const key = (name: string) => shown.get('[role="grid"]').trigger('keydown', { key: name }).then(flushPromises)
  const bodies = () => vi.mocked(http.post).mock.calls.map(([, body]) => body as Record<string, unknown>)
  return { shown, press, day, key, bodies }
}

describe('the planner', () => {
  beforeEach(() => {
    for (const side of ['clientHeight', 'clientWidth'] as const) {
      vi.spyOn(Element.prototype, side, 'get').mockReturnValue(600)
    }
  })

  it('plans a marked day with one key, and offers to take it back', async () => {
    const created = [shift('a', dates[1]!, 'late'), shift('b', dates[1]!, 'late')]
    vi.spyOn(http, 'post').mockResolvedValue(answer(created))
    const { shown, day, key, bodies } = await desk()
    await day(1)
    expect(shown.get('[data-testid="marked"]').text()).toBe('已选 2 人 · 1 天')
    await key('2')
    expect(bodies().map((body) => [body.mode, body.dryRun])).toEqual([['SKIP_CONFLICTS', true], ['ALL_OR_NOTHING', false]])
    expect(bodies()[1]).toMatchObject({ agentIds: ['a', 'b'], dates: [dates[1]], shiftTypeId: 'late' })
    expect(shown.get('[data-testid="planned"]').text()).toContain('已安排 2 个班次')
    expect(shown.find('[data-testid="marked"]').exists()).toBe(false)
    vi.mocked(http.post).mockResolvedValue({ removed: 2 })
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 'z', ctrlKey: true }))
    await flushPromises()
    expect(bodies()[2]).toEqual({ ids: created.map((one) => one.id) })
    expect(shown.find('[data-testid="planned"]').exists()).toBe(false)
  })

  it('plans only the cell a shift is dropped on when that cell is not marked', async () => {
    vi.spyOn(http, 'post').mockResolvedValue(answer([shift('b', dates[0]!)]))
    const { shown, day, bodies } = await desk()
    await day(1)
    const dataTransfer = { types: ['application/x-baton-shift-type'], getData: () => 'early' }
    await shown.get('#rota-1-0').trigger('drop', { dataTransfer })
    await shown.get('#rota-1-1').trigger('drop', { dataTransfer })
    await flushPromises()
    expect(bodies()[0]).toMatchObject({ agentIds: ['b'], dates: [dates[0]] })
  })

  it('clears the marked shifts', async () => {
    vi.spyOn(http, 'post').mockResolvedValue({ removed: 1 })
    const { shown, day, bodies } = await desk([shift('a', dates[0]!), shift('b', dates[1]!)])
    await day(0)
    await shown.get('[data-testid="plan-clear"]').trigger('click')
    await flushPromises()
    expect(bodies()).toEqual([{ ids: [`a-${dates[0]}`] }])
  })

  it('copies the week of everybody when nobody is marked, and of the marked otherwise', async () => {
    vi.spyOn(http, 'post').mockResolvedValue(answer([shift('a', '2026-12-28')]))
    const { shown, press, bodies } = await desk([shift('a', dates[0]!), shift('b', dates[1]!)])
    await shown.get('[data-testid="plan-copy"]').trigger('click')
    await flushPromises()
    expect(bodies()[0]!.slots).toHaveLength(2)
    await press('[role="rowheader"]', 1)
    await shown.get('[data-testid="plan-copy"]').trigger('click')
    await flushPromises()
    expect(bodies()[2]!.slots).toEqual([{ agentId: 'b', date: '2026-12-29', shiftTypeId: 'early' }])
  })

  it('tells who planned a shift, on two clicks and with a key', async () => {
    const items = [{ what: 'PLANNED', at: `${dates[0]}T00:00:00Z`, author: 'm', authorName: '陈经理', agentId: 'a', start: `${dates[0]}T00:00:00Z`, end: `${dates[0]}T08:00:00Z` }]
    vi.spyOn(http, 'get').mockResolvedValue({ items })
    const { shown, key } = await desk([shift('a', dates[0]!)])
    await shown.get('[data-testid="shift"]').trigger('dblclick')
    await flushPromises()
    expect(http.get).toHaveBeenCalledWith(`/assignments/a-${dates[0]}/steps`)
    expect(document.querySelector('[data-testid="steps"]')?.textContent).toContain('陈经理')
    document.body.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }))
    await flushPromises()
    expect(document.querySelector('[data-testid="steps"]')).toBeNull()
    await key('i')
    expect(document.querySelector('[data-testid="steps"]')).not.toBeNull()
  })

  it('offers no shift type that is retired', async () => {
    const plan = { ...planOf([]), shiftTypes: [{ ...types[0]!, retired: true }, types[1]!] }
    vi.spyOn(http, 'post').mockResolvedValue(answer([shift('a', dates[0]!, 'late')]))
    const { shown, day, key, bodies } = await desk()
    await shown.setProps({ plan })
    await day(0)
    await key('1')
    expect(bodies()[0]).toMatchObject({ shiftTypeId: 'late' })
    expect(shown.text()).not.toContain('早班')
  })

  it('forgets the marks with Escape', async () => {
    const { shown, day, key } = await desk()
    await day(0)
    await key('Escape')
    expect(shown.findAll('[aria-selected="true"]')).toHaveLength(0)
  })
})
