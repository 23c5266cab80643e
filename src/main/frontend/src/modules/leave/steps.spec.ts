import { describe, expect, it } from 'vitest'
import type { Leave } from '@/shared/api'
import { stepsOf } from './steps'

const leave = {
  agentName: '陈晓雨',
  createdAt: '2026-11-20T01:00:00Z',
  state: 'PENDING',
  outcome: null,
  begun: false,
  endorsedBy: null,
  endorsedByName: null,
  endorsedAt: null,
  decidedBy: null,
  decidedByName: null,
  decidedAt: null,
} as Leave
const shown = (changes: Partial<Leave>) => stepsOf({ ...leave, ...changes }).map((step) => `${step.name} ${step.state}`)
const decided = { decidedBy: 'm1', decidedByName: '周敏', decidedAt: '2026-11-21T01:00:00Z' }
const endorsed = { endorsedBy: 'm1', endorsedByName: '周敏', endorsedAt: '2026-11-21T01:00:00Z' }

describe('the way of a leave', () => {
  it('waits for one decision', () => {
    expect(shown({})).toEqual(['ASKED DONE', 'DECISION NOW', 'AWAY NEXT', 'BACK NEXT'])
  })

  it('waits for an administrator once a manager has endorsed it', () => {
    expect(shown(endorsed)).toEqual(['ASKED DONE', 'DECISION DONE', 'CONFIRMATION NOW', 'AWAY NEXT', 'BACK NEXT'])
  })

  it('names who decided what and when', () => {
    const steps = stepsOf({ ...leave, ...endorsed, state: 'APPROVED', decidedBy: 'a1', decidedByName: '林宏', decidedAt: '2026-11-22T01:00:00Z' })
    expect(steps.slice(0, 3)).toEqual([
      { name: 'ASKED', state: 'DONE', by: '陈晓雨', at: leave.createdAt },
      { name: 'DECISION', state: 'DONE', by: '周敏', at: endorsed.endorsedAt },
      { name: 'CONFIRMATION', state: 'DONE', by: '林宏', at: '2026-11-22T01:00:00Z' },
    ])
  })

  it('goes on through the absence', () => {
    const approved = { ...decided, state: 'APPROVED', outcome: 'Approved' } as const
    expect(shown({ ...approved, begun: true })).toEqual(['ASKED DONE', 'DECISION DONE', 'AWAY NOW', 'BACK NEXT'])
    for (const outcome of ['Taken', 'ReturnedEarly']) {
      expect(shown({ ...approved, begun: true, outcome })).toEqual(['ASKED DONE', 'DECISION DONE', 'AWAY DONE', 'BACK DONE'])
    }
  })

  it('ends where it is refused, rejected, withdrawn or too late', () => {
    expect(shown({ state: 'REJECTED', outcome: 'RefusedByRule' })).toEqual(['ASKED DONE', 'RULES FAILED'])
    expect(shown({ ...decided, state: 'REJECTED', outcome: 'Rejected' })).toEqual(['ASKED DONE', 'DECISION FAILED'])
    expect(shown({ ...endorsed, ...decided, state: 'REJECTED', outcome: 'Rejected' }))
      .toEqual(['ASKED DONE', 'DECISION DONE', 'CONFIRMATION FAILED'])
    expect(shown({ ...decided, state: 'CANCELLED', outcome: 'Withdrawn' })).toEqual(['ASKED DONE', 'WITHDRAWN FAILED'])
    expect(shown({ ...decided, state: 'CANCELLED', outcome: 'Expired' })).toEqual(['ASKED DONE', 'EXPIRED FAILED'])
  })
})
