import { describe, expect, it } from 'vitest'
import { stepsOf } from './steps'
import type { SwapApproval, SwapState } from './swapTypes'
import { items, swap } from './testing/scene'

const states = (state: SwapState, changes = {}) => stepsOf(swap({ state, ...changes })).map((step) => `${step.name} ${step.state}`)
const agreed = { items: items(['a', 'b'], [{ confirmation: 'AGREED' }, { confirmation: 'AGREED' }]) }

describe('the way of a swap', () => {
  it('goes from the proposal to the rota', () => {
    expect(states('CONFIRMING')).toEqual(['PROPOSED DONE', 'CONFIRMATION NOW', 'APPROVAL NEXT', 'EXECUTION NEXT'])
    expect(states('APPROVING')).toEqual(['PROPOSED DONE', 'CONFIRMATION DONE', 'APPROVAL NOW', 'EXECUTION NEXT'])
    expect(states('EXECUTED')).toEqual(['PROPOSED DONE', 'CONFIRMATION DONE', 'APPROVAL DONE', 'EXECUTION DONE'])
  })

  it('ends where it ended', () => {
    expect(states('REFUSED')).toEqual(['PROPOSED DONE', 'RULES FAILED'])
    expect(states('DECLINED')).toEqual(['PROPOSED DONE', 'CONFIRMATION FAILED'])
    expect(states('REJECTED')).toEqual(['PROPOSED DONE', 'CONFIRMATION DONE', 'APPROVAL FAILED'])
    expect(states('FAILED').at(-1)).toBe('EXECUTION FAILED')
  })

  it('that ran out or was taken back ends at confirmation, or at approval once all agreed', () => {
    for (const state of ['EXPIRED', 'WITHDRAWN'] as const) {
      expect(states(state).at(-1)).toBe('CONFIRMATION FAILED')
      expect(states(state, agreed).at(-1)).toBe('APPROVAL FAILED')
    }
  })

  it('counts those who were asked, and the departments', () => {
    const approval = (state: SwapApproval['state']): SwapApproval => ({ department: state, state, by: null, at: null, comment: null })
    const steps = stepsOf(swap({ approvals: [approval('APPROVED'), approval('OPEN')] }))
    expect(steps.map(({ tally }) => tally)).toEqual([undefined, { done: 1, all: 2 }, { done: 1, all: 2 }, undefined])
  })
})
