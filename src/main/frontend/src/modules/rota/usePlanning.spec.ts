import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query'
import { mount } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import { defineComponent } from 'vue'
import { http, ProblemError, type Assignment, type BatchAnswer, type SlotConflict } from '@/shared/api'
import { usePlanning } from './usePlanning'

const wanted = { agentIds: ['a', 'b'], dates: ['2026-12-21'], shiftTypeId: 'early' }
const shift = (agentId: string, date = '2026-12-21'): Assignment => ({
  id: `${agentId}-${date}`,
  agentId,
  date,
  shiftTypeId: 'early',
  start: `${date}T00:00:00Z`,
  end: `${date}T08:00:00Z`,
  status: 'ACTIVE',
})
const conflict = (agentId: string, severity: SlotConflict['severity']): SlotConflict => ({
  agentId,
  date: '2026-12-21',
  code: 'overlap',
  message: 'overlaps',
  severity,
})
const answer = (created: string[], conflicts: SlotConflict[] = [], dryRun = false): BatchAnswer => ({
  created: created.map((agentId) => shift(agentId)),
  conflicts,
  dryRun,
})
const refusal = (status: number, code: string, conflicts?: SlotConflict[]) => new ProblemError({ status, code, conflicts })

function planner(...answers: unknown[]) {
  const post = vi.spyOn(http, 'post')
  for (const one of answers) {
    if (one instanceof Error) post.mockRejectedValueOnce(one)
    else post.mockResolvedValueOnce(one)
  }
  const queryClient = new QueryClient()
  const stale = vi.spyOn(queryClient, 'invalidateQueries')
  const outcome = { onUndone: vi.fn(), onFailure: vi.fn() }
  let planning!: ReturnType<typeof usePlanning>
  const Host = defineComponent({ setup: () => ((planning = usePlanning(outcome)), () => null) })
  mount(Host, { global: { plugins: [[VueQueryPlugin, { queryClient }]] } })
  const calls = () => post.mock.calls.map(([path, body]) => [path, body as Record<string, unknown>] as const)
  return { planning, outcome, calls, stale }
}

describe('planning', () => {
  it('asks first, then writes all of it when nothing speaks against it', async () => {
    const { planning, calls, stale } = planner(answer(['a', 'b'], [], true), answer(['a', 'b']))
    expect(await planning.plan(wanted)).toBe(true)
    expect(calls()).toEqual([
      ['/assignments:batch', { ...wanted, mode: 'SKIP_CONFLICTS', dryRun: true }],
      ['/assignments:batch', { ...wanted, mode: 'ALL_OR_NOTHING', dryRun: false }],
    ])
    expect(planning.done.value).toMatchObject({ what: 'PLANNED', count: 2, skipped: 0, dates: ['2026-12-21'] })
    expect(stale).toHaveBeenCalledWith({ queryKey: ['rota'] })
  })

  it('writes nothing while somebody has to decide, and nothing when they cancel', async () => {
    const { planning, calls } = planner(answer(['a'], [conflict('b', 'BLOCKS')], true))
    await planning.plan(wanted)
    expect(planning.doubt.value).toMatchObject({ possible: 1, conflicts: [{ agentId: 'b' }] })
    planning.cancel()
    expect([planning.doubt.value, planning.done.value, calls().length]).toEqual([null, null, 1])
  })

  it('asks because of a warning too', async () => {
    const { planning } = planner(answer(['a', 'b'], [conflict('b', 'WARNS')], true))
    await planning.plan(wanted)
    expect(planning.doubt.value?.possible).toBe(2)
  })

  it('plans the others when told so', async () => {
    const blocks = [conflict('b', 'BLOCKS')]
    const { planning, calls } = planner(answer(['a'], blocks, true), answer(['a'], blocks))
    await planning.plan(wanted)
    await planning.proceed()
    expect(calls()[1]![1]).toMatchObject({ mode: 'SKIP_CONFLICTS', dryRun: false })
    expect(planning.done.value).toMatchObject({ count: 1, skipped: 1 })
    expect(planning.doubt.value).toBeNull()
  })

  it('shows the conflicts of a plan that somebody else was faster with', async () => {
    const { planning, outcome } = planner(answer(['a', 'b'], [], true), refusal(409, 'assignment_conflict', [conflict('a', 'BLOCKS')]))
    expect(await planning.plan(wanted)).toBe(true)
    expect(planning.doubt.value).toMatchObject({ possible: 1, conflicts: [{ agentId: 'a' }] })
    expect(outcome.onFailure).not.toHaveBeenCalled()
  })

  it.each([0, 403, 422, 500])('tells of a failure %d and leaves everything as it was', async (status) => {
    const { planning, outcome } = planner(refusal(status, 'x'))
    expect(await planning.plan(wanted)).toBe(false)
    expect(outcome.onFailure).toHaveBeenCalledOnce()
    expect([planning.busy.value, planning.doubt.value, planning.done.value]).toEqual([false, null, null])
  })

  it('keeps the question when its answer fails', async () => {
    const { planning, outcome } = planner(answer(['a'], [conflict('b', 'BLOCKS')], true), refusal(0, 'offline'))
    await planning.plan(wanted)
    await planning.proceed()
    expect(outcome.onFailure).toHaveBeenCalledOnce()
    expect(planning.doubt.value?.possible).toBe(1)
  })

  it('does one thing at a time', async () => {
    const { planning, calls } = planner(answer(['a', 'b'], [], true), answer(['a', 'b']))
    const both = await Promise.all([planning.plan(wanted), planning.plan(wanted)])
    expect([both, calls().length]).toEqual([[true, false], 2])
  })

  it('asks nobody about nothing', async () => {
    const { planning, calls } = planner()
    await planning.plan({ slots: [] })
    await planning.clear([])
    expect([calls().length, planning.done.value?.what]).toEqual([0, 'NOTHING'])
  })
})

describe('a step back', () => {
  it('removes what was planned, once', async () => {
    const { planning, calls, outcome } = planner(answer(['a', 'b'], [], true), answer(['a', 'b']), { removed: 2 })
    await planning.plan(wanted)
    await Promise.all([planning.undo(), planning.undo()])
    expect(calls().slice(2)).toEqual([['/assignments:remove', { ids: ['a-2026-12-21', 'b-2026-12-21'] }]])
    expect([planning.done.value, outcome.onUndone.mock.calls.length]).toEqual([null, 1])
  })

  it('can be tried again after a failure', async () => {
    const { planning, outcome } = planner(answer(['a'], [], true), answer(['a']), refusal(0, 'offline'), { removed: 1 })
    await planning.plan(wanted)
    await planning.undo()
    expect(planning.done.value?.count).toBe(1)
    await planning.undo()
    expect([planning.done.value, outcome.onUndone.mock.calls.length]).toEqual([null, 1])
  })

  it('brings cleared shifts back', async () => {
    const { planning, calls } = planner({ removed: 1 }, answer(['a']))
    await planning.clear([shift('a')])
    expect(planning.done.value).toMatchObject({ what: 'CLEARED', count: 1 })
    await planning.undo()
    expect(calls()[1]![1]).toMatchObject({ slots: [{ agentId: 'a', date: '2026-12-21', shiftTypeId: 'early' }], mode: 'ALL_OR_NOTHING' })
  })

  it('is over with the next action', async () => {
    const { planning } = planner(answer(['a'], [], true), answer(['a']), answer([], [conflict('a', 'BLOCKS')], true))
    await planning.plan(wanted)
    await planning.plan(wanted)
    expect(planning.done.value).toBeNull()
  })
})

describe('clearing', () => {
  it('shows what cannot be cleared and then clears the others', async () => {
    const begun = [{ ...conflict('a', 'BLOCKS'), code: 'shift_begun' }]
    const { planning, calls } = planner(refusal(409, 'assignment_conflict', begun), { removed: 1 })
    await planning.clear([shift('a'), shift('b')])
    expect(planning.doubt.value).toMatchObject({ possible: 1 })
    await planning.proceed()
    expect(calls()[1]).toEqual(['/assignments:remove', { ids: ['b-2026-12-21'] }])
    expect(planning.done.value).toMatchObject({ what: 'CLEARED', count: 1 })
  })
})
