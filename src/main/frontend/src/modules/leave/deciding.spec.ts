import { describe, expect, it, vi } from 'vitest'
import type { Leave } from '@/shared/api'
import { decideEach, keptMarks, rulingMistake, tallyOf, toggled, toggledAll, type Outcomes, type Progress } from './deciding'

const boss = { id: 'boss', roles: ['manager' as const] }
const leave = (id: string, changes: Partial<Leave> = {}) => ({ id, agentId: 'kf001', state: 'PENDING', ...changes }) as Leave
const leaves = [leave('a'), leave('b'), leave('own', { agentId: 'boss' }), leave('over', { state: 'APPROVED' })]

describe('marks', () => {
  it('are for what waits and is not the own', () => {
    expect([...toggledAll(new Set(), leaves, boss)]).toEqual(['a', 'b'])
  })

  it('are not for a manager once it waits for an administrator', () => {
    const endorsed = [leave('a'), leave('b', { endorsedBy: 'boss' })]
    expect([...toggledAll(new Set(), endorsed, boss)]).toEqual(['a'])
    expect([...toggledAll(new Set(), endorsed, { id: 'admin', roles: ['admin'] })]).toEqual(['a', 'b'])
  })

  it('cover all that can be decided, and none when they do already', () => {
    expect(toggledAll(new Set(['a']), leaves, boss)).toEqual(new Set(['a', 'b']))
    expect(toggledAll(new Set(['a', 'b']), leaves, boss)).toEqual(new Set())
  })

  it('come and go one by one', () => {
    const marks = new Set(['a'])
    expect(toggled(marks, 'b')).toEqual(new Set(['a', 'b']))
    expect(toggled(marks, 'a')).toEqual(new Set())
    expect(marks).toEqual(new Set(['a']))
  })

  it('are forgotten for what somebody else has decided, and keep the order of the list', () => {
    expect(keptMarks(new Set(['b', 'a', 'over', 'gone', 'own']), leaves, boss)).toEqual(['a', 'b'])
  })
})

describe('a ruling', () => {
  it('needs words only to say no', () => {
    expect(rulingMistake({ approved: true, comment: '' })).toBeNull()
    expect(rulingMistake({ approved: false, comment: ' ' })).toBe('leave.commentNeeded')
    expect(rulingMistake({ approved: false, comment: '人手不足' })).toBeNull()
    expect(rulingMistake({ approved: true, comment: 'x'.repeat(501) })).toBe('leave.mistake.long')
  })
})

describe('deciding many', () => {
  async function run(decide: (id: string) => Promise<unknown>) {
    const told: [string, Progress['state']][] = []
    const outcomes: Record<string, Progress> = {}
    await decideEach(
      ['a', 'b', 'c'],
      decide,
      (id, progress) => {
        told.push([id, progress.state])
        outcomes[id] = progress
      },
      () => [{ code: 'shift_locked', message: 'held', rule: 'Locked' }],
    )
    return { told, outcomes: outcomes as Outcomes }
  }

  it('is done one after the other', async () => {
    let running = 0
    const decide = vi.fn(async () => {
      running += 1
      expect(running).toBe(1)
      await Promise.resolve()
      running -= 1
    })
    const { told, outcomes } = await run(decide)
    expect(decide.mock.calls.flat()).toEqual(['a', 'b', 'c'])
    expect(told.slice(0, 3).every(([, state]) => state === 'WAITING')).toBe(true)
    expect(tallyOf(outcomes)).toEqual({ total: 3, done: 3, failed: 0, finished: true })
  })

  it('goes on after a refusal and keeps its reason', async () => {
    const { outcomes } = await run((id) => (id === 'b' ? Promise.reject(new Error('no')) : Promise.resolve()))
    expect(tallyOf(outcomes)).toEqual({ total: 3, done: 2, failed: 1, finished: true })
    expect(outcomes.b).toMatchObject({ state: 'FAILED', conflicts: [{ message: 'held' }] })
  })

  it('tells how far it has come', () => {
    expect(tallyOf({ a: { state: 'DONE' }, b: { state: 'RUNNING' }, c: { state: 'WAITING' } })).toEqual({
      total: 3,
      done: 1,
      failed: 0,
      finished: false,
    })
    expect(tallyOf({}).finished).toBe(false)
  })
})
