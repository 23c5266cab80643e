import { mount, RouterLinkStub } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { changeLocale, i18n } from '@/shared/i18n'
import type { Shift } from '../board'
import DayCell from './DayCell.vue'

const shift = (id: string, hour: number, changes: Partial<Shift> = {}): Shift => ({
  id, agentId: 'kf001', date: '2026-12-05', shiftTypeId: 'late', status: 'ACTIVE',
  start: new Date(Date.UTC(2026, 11, 5, hour)).toISOString(), end: new Date(Date.UTC(2026, 11, 5, hour + 4)).toISOString(),
  type: { id: 'late', code: 'L', name: '晚班', color: '#c77b22', start: '14:00', end: '22:00' },
  ...changes,
})
function cell(shifts: Shift[], swaps?: ReadonlyMap<string, { id: string; number: string }>) {
  changeLocale('zh-CN')
  const shown = mount(DayCell, {
    props: { date: '2026-12-05', shifts, today: false, outside: false, compact: false, swaps },
    global: { plugins: [i18n], stubs: { RouterLink: RouterLinkStub } },
  })
  return shown.findAllComponents(RouterLinkStub).map((it) => it.props('to'))
}

describe('a shift of the own rota', () => {
  beforeEach(() => vi.useFakeTimers({ now: Date.parse('2026-12-05T04:00:00Z'), toFake: ['Date'] }))
  afterEach(() => vi.useRealTimers())

  it('leads to a swap of it, or to the swap that holds it', () => {
    expect(cell([shift('free', 6), shift('held', 10)], new Map([['held', { id: 's1', number: 'S-1' }]]))).toEqual(['/swaps/new?gives=free', '/swaps/s1'])
  })

  it('does not when it has begun, is on leave, or is looked at by somebody who swaps nothing', () => {
    expect(cell([shift('begun', 3), shift('leave', 8, { status: 'LEAVE' })], new Map())).toEqual([])
    expect(cell([shift('free', 6)])).toEqual([])
  })
})
