import { describe, expect, it } from 'vitest'
import type { Leave } from '@/shared/api'
import { canWithdraw } from './useLeaves'

const leave = { agentId: 'kf001', state: 'PENDING', begun: false } as Leave

describe('a leave', () => {
  it('can be withdrawn by the one who asked, until it begins', () => {
    expect(canWithdraw(leave, 'kf001')).toBe(true)
    expect(canWithdraw({ ...leave, state: 'APPROVED' }, 'kf001')).toBe(true)
    expect(canWithdraw({ ...leave, state: 'APPROVED', begun: true }, 'kf001')).toBe(false)
  })

  it('cannot be withdrawn by anybody else, or when it is over', () => {
    expect(canWithdraw(leave, 'kf002')).toBe(false)
    expect(canWithdraw({ ...leave, state: 'REJECTED' }, 'kf001')).toBe(false)
  })
})
