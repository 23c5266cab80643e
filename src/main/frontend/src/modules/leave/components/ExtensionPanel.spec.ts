import { beforeEach, describe, expect, it, vi } from 'vitest'
import { http } from '@/shared/api'
import { periodLeave, show, viewer } from '../testing/scene'
import ExtensionPanel from './ExtensionPanel.vue'

const who = vi.hoisted(() => ({ looks: {} as unknown }))
vi.mock('@/modules/identity/useMe', () => ({ useMe: () => who.looks }))

const leave = periodLeave({
  extension: { endDate: '2026-12-08', endPeriod: 'MORNING', reason: '术后需要陪护' },
  findings: [{ code: 'x', severity: 'WARNS', message: '旧的提示' }],
})

describe('an extension that waits', () => {
  beforeEach(() => {
    who.looks = viewer('ticketing.manager', 'manager')
    vi.spyOn(http, 'post').mockResolvedValue(leave)
  })

  it('shows its end and its reason, and to a manager what to decide', async () => {
    const { part, press } = await show(ExtensionPanel, { leave })
    expect(part('leave-extension').text()).toContain('12月8日 周二 上午')
    expect(part('leave-extension').text()).toContain('术后需要陪护')
    await press('extension-approve')
    expect(part('finding').exists()).toBe(false)
    await press('decision-send')
    expect(http.post).toHaveBeenCalledExactlyOnceWith('/leaves/l1/extension/decision', { approved: true, comment: undefined })
  })

  it('is rejected with a reason only', async () => {
    const { part, press } = await show(ExtensionPanel, { leave })
    await press('extension-reject')
    expect(part('decision-send').attributes('disabled')).toBeDefined()
    await part('decision-comment').setValue('人手不足')
    await press('decision-send')
    expect(http.post).toHaveBeenCalledExactlyOnceWith('/leaves/l1/extension/decision', { approved: false, comment: '人手不足' })
  })

  it('leaves the one who asked nothing to decide, and is not there without an extension', async () => {
    who.looks = viewer('kf001', 'customer_service')
    const { part, shown } = await show(ExtensionPanel, { leave })
    expect(part('leave-extension').exists()).toBe(true)
    expect(part('extension-approve').exists()).toBe(false)
    await shown.setProps({ leave: periodLeave() })
    expect(part('leave-extension').exists()).toBe(false)
  })
})
