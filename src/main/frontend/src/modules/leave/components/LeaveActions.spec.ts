import { beforeEach, describe, expect, it, vi } from 'vitest'
import { ref } from 'vue'
import type { Leave } from '@/shared/api'
import { periodLeave, show, viewer } from '../testing/scene'
import LeaveActions from './LeaveActions.vue'

const who = vi.hoisted(() => ({ looks: {} as unknown, now: '' }))
vi.mock('@/modules/identity/useMe', () => ({ useMe: () => who.looks }))
vi.mock('@/modules/presence/useServerNow', () => ({ useServerNow: () => ref(Date.parse(who.now)) }))

async function offered(changes: Partial<Leave> = {}) {
  const { part } = await show(LeaveActions, { leave: periodLeave(changes) })
  return ['leave-return', 'leave-extend', 'leave-withdraw'].filter((testid) => part(testid).exists())
}

describe('what can be done about an own leave', () => {
  beforeEach(() => {
    who.looks = viewer('kf001', 'customer_service')
    who.now = '2026-12-02T01:00:00Z'
  })

  it('is coming back and extending while away, withdrawing before', async () => {
    expect(await offered()).toEqual(['leave-return', 'leave-extend'])
    expect(await offered({ begun: false })).toEqual(['leave-withdraw'])
    expect(await offered({ begun: false, state: 'PENDING', outcome: null })).toEqual(['leave-withdraw'])
  })

  it('is nothing once it is over, by the clock of the tenant', async () => {
    who.now = '2026-12-04T03:59:00Z'
    expect(await offered()).toEqual(['leave-return', 'leave-extend'])
    who.now = '2026-12-04T04:00:00Z'
    expect(await offered()).toEqual([])
  })

  it('is nothing for anybody else', async () => {
    who.looks = viewer('ticketing.manager', 'manager')
    expect(await offered()).toEqual([])
  })

  it('opens the dialog that was asked for', async () => {
    const { part, press } = await show(LeaveActions, { leave: periodLeave() })
    await press('leave-return')
    expect(part('return-send').exists()).toBe(true)
  })
})
