import { describe, expect, it } from 'vitest'
import { canAnswer, canWithdraw, decidable } from './rights'
import { swap, viewer } from './testing/scene'
import type { SwapApproval } from './swapTypes'

const agent = (id: string) => viewer(id, 'customer_service').me
const manager = viewer('ticketing.manager', 'manager').me
const admin = viewer('acme.admin', 'admin').me
const approval = (department: string, state: SwapApproval['state'] = 'OPEN'): SwapApproval => ({ department, state, by: null, at: null, comment: null })
const approving = swap({ state: 'APPROVING', approvals: [approval('ticketing'), approval('vip'), approval('aftersales', 'APPROVED')] })

describe('a swap', () => {
  it('is answered by whoever was asked and has not answered, nobody else', () => {
    expect(['kf001', 'kf002', 'kf003', 'kf004'].map((id) => canAnswer(swap(), agent(id)))).toEqual([false, false, true, false])
    expect(canAnswer(approving, agent('kf003'))).toBe(false)
  })

  it('is taken back by the one who proposed it, as long as it is open', () => {
    expect([swap(), approving, swap({ state: 'EXECUTED' })].map((it) => canWithdraw(it, agent('kf001')))).toEqual([true, true, false])
    expect(canWithdraw(swap(), agent('kf002'))).toBe(false)
  })

  it('is decided for the own department by its manager, for any by an administrator', () => {
    expect(decidable(approving, manager)).toEqual(['ticketing'])
    expect(decidable(approving, admin)).toEqual(['ticketing', 'vip'])
    expect(decidable(swap({ approvals: approving.approvals }), admin)).toEqual([])
  })

  it('is decided neither by an auditor, nor by anybody who takes part', () => {
    expect(decidable(approving, viewer('acme.auditor', 'auditor').me)).toEqual([])
    expect(decidable(approving, viewer('kf002', 'customer_service', 'manager').me)).toEqual([])
  })
})
