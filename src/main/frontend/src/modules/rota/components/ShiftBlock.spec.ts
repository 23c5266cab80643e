import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { i18n } from '@/shared/i18n'
import type { Shift } from '../board'
import ShiftBlock from './ShiftBlock.vue'

const shift: Shift = {
  id: 'a1',
  agentId: 'kf001',
  date: '2026-12-21',
  shiftTypeId: 't1',
  start: '2026-12-20T22:00:00Z',
  end: '2026-12-21T06:00:00Z',
  status: 'ACTIVE',
  leaveId: null,
  type: undefined,
}

const block = (heldBy: string | null) => mount(ShiftBlock, { props: { shift: { ...shift, heldBy } }, global: { plugins: [i18n] } })

describe('a shift on the board', () => {
  it('tells which open request holds it', () => {
    const held = block('S-20261126-000001')
    expect(held.find('[data-testid="shift-held"]').exists()).toBe(true)
    expect(held.get('[data-testid="shift"]').attributes('title')).toContain('S-20261126-000001')
  })

  it('has no lock when nothing holds it', () => {
    const free = block(null)
    expect(free.find('[data-testid="shift-held"]').exists()).toBe(false)
    expect(free.get('[data-testid="shift"]').attributes('title')).not.toContain('S-')
  })
})
