import { flushPromises, mount } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import type { SlotConflict } from '@/shared/api'
import { changeLocale, i18n } from '@/shared/i18n'
import type { Doubt } from '../usePlanning'
import ConflictDialog from './ConflictDialog.vue'

const conflict = (agentId: string, severity: SlotConflict['severity']): SlotConflict => ({
  agentId,
  date: '2026-12-21',
  code: 'x',
  message: `why ${agentId}`,
  severity,
})
const plan = { plan: { agentIds: ['a', 'b', 'c'], dates: ['2026-12-21'], shiftTypeId: 'early' } }

async function dialog(doubt: Doubt) {
  changeLocale('zh-CN')
  for (const side of ['clientHeight', 'clientWidth'] as const) {
    vi.spyOn(Element.prototype, side, 'get').mockReturnValue(400)
  }
  const shown = mount(ConflictDialog, {
    props: { doubt, busy: false, nameOf: (id: string) => `姓名${id}` },
    global: { plugins: [i18n] },
    attachTo: document.body,
  })
  await flushPromises()
  return shown
}

describe('the question before planning', () => {

  it('says how many can be planned, how many cannot, and why', async () => {
    const shown = await dialog({ task: plan, conflicts: [conflict('b', 'WARNS'), conflict('a', 'BLOCKS')], possible: 2 })
    expect(shown.text()).toContain('2 个可安排')
    expect(shown.text()).toContain('1 个不能安排')
    expect(shown.text()).toContain('1 个有提醒')
    expect(shown.findAll('[data-testid="conflict"]').map((row) => row.attributes('data-agent'))).toEqual(['a', 'b'])
    expect(shown.text()).toContain('姓名a')
    expect(shown.get('[data-testid="plan-others"]').text()).toBe('安排其余 2 个')
  })

  it('shows one kind alone', async () => {
    const shown = await dialog({ task: plan, conflicts: [conflict('b', 'WARNS'), conflict('a', 'BLOCKS')], possible: 2 })
    await shown.get('[data-testid="tab-WARNS"]').trigger('click')
    await flushPromises()
    expect(shown.findAll('[data-testid="conflict"]').map((row) => row.attributes('data-agent'))).toEqual(['b'])
  })

  it('does not call it the others when nothing is left out', async () => {
    const shown = await dialog({ task: plan, conflicts: [conflict('b', 'WARNS')], possible: 3 })
    expect(shown.get('[data-testid="plan-others"]').text()).toBe('仍然安排 3 个')
  })

  it('offers only to leave when nothing can be planned', async () => {
    const shown = await dialog({ task: plan, conflicts: [conflict('a', 'BLOCKS')], possible: 0 })
    expect(shown.find('[data-testid="plan-others"]').exists()).toBe(false)
    await shown.get('[data-testid="conflicts-cancel"]').trigger('click')
    expect(shown.emitted('cancel')).toHaveLength(1)
  })
})
