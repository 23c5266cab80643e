import { describe, expect, it } from 'vitest'
import type { HalfDay, Leave, Me } from '@/shared/api'
import { canDecide, canDecideExtension, canExtend, canReturn, leads, returnHalves, usualReturn } from './rights'

const half = (date: string, period: HalfDay['period'] = 'MORNING'): HalfDay => ({ date, period })
const leave = {
  agentId: 'kf001',
  process: 'period-leave',
  state: 'APPROVED',
  outcome: 'Approved',
  startDate: '2026-12-01',
  startPeriod: 'AFTERNOON',
  endDate: '2026-12-04',
  endPeriod: 'MORNING',
  begun: true,
  endorsedBy: null,
  extension: null,
} as Leave
const who = (id: string, ...roles: Me['roles']) => ({ id, roles })
const agent = who('kf001', 'customer_service')
const manager = who('m1', 'manager')
const admin = who('a1', 'admin')
const during = half('2026-12-02')

describe('a decision', () => {
  const waiting = { ...leave, state: 'PENDING' } as Leave

  it('is for managers, never for the one who asked', () => {
    expect([manager, admin].map((it) => canDecide(waiting, it))).toEqual([true, true])
    expect(canDecide(waiting, agent)).toBe(false)
    expect(canDecide(waiting, who('kf001', 'manager'))).toBe(false)
    expect(canDecide(leave, manager)).toBe(false)
  })

  it('is an administrator’s once a manager has endorsed it', () => {
    const endorsed = { ...waiting, endorsedBy: 'm1' }
    expect([manager, who('m2', 'manager'), admin].map((it) => canDecide(endorsed, it))).toEqual([false, false, true])
  })

  it('of an extension is for managers while it waits', () => {
    const extended = { ...leave, extension: { endDate: '2026-12-08', endPeriod: 'MORNING', reason: 'ill' } } as Leave
    expect([manager, agent].map((it) => canDecideExtension(extended, it))).toEqual([true, false])
    expect(canDecideExtension(leave, manager)).toBe(false)
    expect(canDecideExtension({ ...extended, agentId: 'm1' }, manager)).toBe(false)
  })
})

describe('coming back early', () => {
  it('is for the one who is away, from the half day that runs to the last', () => {
    expect(canReturn(leave, agent, during)).toBe(true)
    expect(returnHalves(leave, during)).toEqual({ first: during, last: half('2026-12-04') })
    expect(canReturn(leave, manager, during)).toBe(false)
  })

  it('never reaches before the leave begins', () => {
    expect(returnHalves(leave, half('2026-11-30'))?.first).toEqual(half('2026-12-01', 'AFTERNOON'))
  })

  it('is over with the last half day', () => {
    expect(canReturn(leave, agent, half('2026-12-04'))).toBe(true)
    expect(canReturn(leave, agent, half('2026-12-04', 'AFTERNOON'))).toBe(false)
  })

  it('needs a leave of several days that has begun and is not over', () => {
    expect(canReturn({ ...leave, begun: false }, agent, during)).toBe(false)
    expect(canReturn({ ...leave, process: 'leave' }, agent, during)).toBe(false)
    expect(canReturn({ ...leave, outcome: 'ReturnedEarly' }, agent, during)).toBe(false)
    expect(canReturn({ ...leave, state: 'CANCELLED' }, agent, during)).toBe(false)
  })

  it('is proposed for the next half day, or the last when there is no other', () => {
    expect(usualReturn({ first: during, last: half('2026-12-04') })).toEqual(half('2026-12-02', 'AFTERNOON'))
    expect(usualReturn({ first: half('2026-12-04'), last: half('2026-12-04') })).toEqual(half('2026-12-04'))
  })
})

describe('an extension', () => {
  it('is for the one who is away, one at a time', () => {
    expect(canExtend(leave, agent, during)).toBe(true)
    expect(canExtend({ ...leave, begun: false }, agent, half('2026-11-20'))).toBe(false)
    expect(canExtend({ ...leave, extension: { endDate: '2026-12-08', endPeriod: 'MORNING', reason: 'ill' } }, agent, during)).toBe(false)
    expect(canExtend(leave, manager, during)).toBe(false)
    expect(canExtend(leave, agent, half('2026-12-05'))).toBe(false)
  })
})

describe('a balance', () => {
  const people = [
    { id: 'kf001', roles: ['customer_service' as const] },
    { id: 'm1', roles: ['manager' as const] },
    { id: 'a2', roles: ['admin' as const, 'manager' as const] },
    { id: 'u1', roles: ['auditor' as const] },
  ]
  const led = (viewer: ReturnType<typeof who>) => people.filter((person) => leads(viewer, person)).map((person) => person.id)

  it('is looked after by the manager, those of managers by an administrator, the own by nobody', () => {
    expect(led(who('m2', 'manager'))).toEqual(['kf001'])
    expect(led(who('a1', 'admin'))).toEqual(['kf001', 'm1', 'a2'])
    expect(led(who('a2', 'admin', 'manager'))).toEqual(['kf001', 'm1'])
    expect(led(who('kf002', 'customer_service'))).toEqual([])
  })
})
