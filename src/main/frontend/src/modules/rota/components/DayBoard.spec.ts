import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query'
import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { http, ProblemError, type Assignment, type CoverageReport, type RotaPlan } from '@/shared/api'
import { changeLocale, i18n } from '@/shared/i18n'
import { showTimesIn } from '@/shared/i18n/zone'
import DayBoard from './DayBoard.vue'

vi.mock('@/modules/presence/useSocket', () => ({ onFrame: vi.fn() }))

const date = '2026-11-25'
const early: Assignment = {
  id: 'kf001-early',
  agentId: 'kf001',
  date,
  shiftTypeId: 'early',
  start: '2026-11-24T22:00:00Z',
  end: '2026-11-25T06:00:00Z',
  status: 'ACTIVE',
  breaks: [{ start: '2026-11-25T02:00:00Z', end: '2026-11-25T02:30:00Z' }],
}
const away: Assignment = { ...early, id: 'kf002-leave', agentId: 'kf002', status: 'LEAVE', breaks: [] }
const plan: RotaPlan = {
  from: '2026-11-24',
  to: date,
  zone: 'Asia/Shanghai',
  people: ['kf001', 'kf002'].map((id) => ({ id, name: `名${id}`, department: 'vip' })),
  shiftTypes: [{ id: 'early', name: '早班', code: 'early', color: '#2563eb', start: '06:00', end: '14:00' }],
  assignments: [early, away],
}
const many = (value: number, count: number) => Array<number>(count).fill(value)
const coverage: CoverageReport = {
  zone: 'Asia/Shanghai',
  departments: [
    {
      department: 'vip',
      days: [
        {
          date,
          start: '2026-11-24T16:00:00Z',
          people: [...many(0, 12), ...many(1, 16), ...many(0, 20)],
          minimum: [...many(0, 12), ...many(3, 16), ...many(0, 20)],
        },
      ],
    },
  ],
}
const steps = {
  items: [{ what: 'PLANNED', at: '2026-11-20T01:00:00Z', author: 'vip.manager', authorName: '陈经理', agentId: 'kf001', start: early.start, end: early.end }],
}

async function desk(answers: { plan?: unknown; coverage?: unknown } = {}) {
  vi.spyOn(http, 'get').mockImplementation((path) => {
    if (path.endsWith('/steps')) return Promise.resolve(steps as never)
    const answer = path === '/rota' ? (answers.plan ?? plan) : (answers.coverage ?? coverage)
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer as never)
  })
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  const shown = mount(DayBoard, {
    props: { date, department: '', lights: new Map([['kf001', 'RED' as const]]) },
    global: { plugins: [i18n, [VueQueryPlugin, { queryClient: client }]] },
    attachTo: document.body,
  })
  await flushPromises()
  return shown
}

describe('the day', () => {
  beforeEach(() => {
    changeLocale('zh-CN')
    showTimesIn('Asia/Shanghai')
    for (const side of ['clientHeight', 'clientWidth', 'offsetHeight', 'offsetWidth'] as const) {
      vi.spyOn(HTMLElement.prototype, side, 'get').mockReturnValue(600)
    }
    Element.prototype.scrollIntoView = vi.fn()
  })
  afterEach(() => void vi.restoreAllMocks())

  it('shows shifts, breaks and leave where they are', async () => {
    const shown = await desk()
    const blocks = shown.findAll('[data-testid="day-block"]')
    expect(blocks.map((block) => block.attributes('title'))).toEqual(['早班 06:00–14:00', '休假 06:00–14:00'])
    expect(blocks[0]!.attributes('style')).toContain('left: 25%')
    expect(blocks[1]!.attributes('data-status')).toBe('LEAVE')
    expect(shown.findAll('[data-testid="day-break"]')).toHaveLength(1)
    expect(shown.findAll('[data-testid="day-hour"]').map((hour) => hour.text()).slice(0, 3)).toEqual(['00', '01', '02'])
    expect(shown.find('.RED').exists()).toBe(true)
  })

  it('asks for the night before as well, with breaks', async () => {
    await desk()
    expect(http.get).toHaveBeenCalledWith('/rota', { from: '2026-11-24', to: date, department: undefined, breaks: true })
  })

  it('says in red where people are missing, and how many', async () => {
    const shown = await desk()
    const gaps = shown.findAll('[data-testid="half-hour"]').filter((cell) => cell.classes('gap'))
    expect(gaps).toHaveLength(16)
    expect(gaps[0]!.text()).toBe('−2')
    expect(gaps[0]!.attributes('aria-label')).toBe('06:00 1 人，至少 3 人 · 缺 2 人')
    expect(shown.get('[data-testid="worst"]').text()).toBe('06:00 缺 2 人')
  })

  it('tells who planned a shift, with the mouse and with the keys', async () => {
    const shown = await desk()
    const grid = shown.get('[role="grid"]')
    await grid.trigger('keydown', { key: 'Enter' })
    await flushPromises()
    expect(document.querySelector('[data-testid="steps"]')?.textContent).toContain('陈经理')
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }))
    await flushPromises()
    expect(document.querySelector('[data-testid="steps"]')).toBeNull()
    await shown.findAll('[data-testid="day-block"]')[1]!.trigger('click')
    await flushPromises()
    expect(http.get).toHaveBeenLastCalledWith('/assignments/kf002-leave/steps')
  })

  it('walks with the keys', async () => {
    const shown = await desk()
    const grid = shown.get('[role="grid"]')
    expect(grid.attributes('aria-activedescendant')).toBe('rota-day-0-0')
    await grid.trigger('keydown', { key: 'ArrowDown' })
    expect(grid.attributes('aria-activedescendant')).toBe('rota-day-1-0')
    expect(shown.get('#rota-day-1-0').classes()).toContain('lit')
  })

  it('draws as many half hours as the day has', async () => {
    const [department] = coverage.departments
    const short = { ...department!.days[0]!, people: many(0, 46), minimum: many(0, 46) }
    const shown = await desk({ coverage: { ...coverage, departments: [{ ...department!, days: [short] }] } })
    expect(shown.findAll('[data-testid="half-hour"]')).toHaveLength(46)
    expect(shown.findAll('[data-testid="day-hour"]')).toHaveLength(23)
    expect(shown.get('[data-testid="worst"]').text()).toBe('人手充足')
  })

  it('says so when there is nobody, and when it cannot be had', async () => {
    const nobody = await desk({ coverage: { zone: 'Asia/Shanghai', departments: [] } })
    expect(nobody.text()).toContain('没有可显示的客服')
    const failed = await desk({ plan: new ProblemError({ status: 503, code: 'unavailable', detail: '稍后再试' }) })
    expect(failed.get('[role="alert"]').text()).toContain('稍后再试')
  })
})
