import { useQueryClient } from '@tanstack/vue-query'
import { ref, shallowRef } from 'vue'
import { asProblem, http, type Assignment, type BatchAnswer, type BatchMode, type BatchPlan, type PlannedSlot, type RotaImport, type SlotConflict } from '@/shared/api'
import { blockedCells, withoutBlocked } from './conflicts'

/** What is to happen to the board: shifts planned, or planned shifts removed. */
export type Task = { plan: BatchPlan } | { remove: Assignment[] }

/** A task that waits for somebody to decide, with what speaks against it. */
export interface Doubt {
  task: Task
  conflicts: SlotConflict[]
  /** How many shifts it concerns when what is blocked is left out. */
  possible: number
}

export interface Done {
  what: 'PLANNED' | 'CLEARED' | 'REPLACED' | 'NOTHING'
  count: number
  skipped: number
  /** How many were taken away for it. */
  removed?: number
  dates: string[]
  undo: Task | null
}

interface Outcome {
  onUndone: () => unknown
  onFailure: (error: unknown) => unknown
}

const STALE = ['rota', 'live', 'audit']
const NOTHING: Done = { what: 'NOTHING', count: 0, skipped: 0, dates: [], undo: null }

const sizeOf = (plan: BatchPlan) => ('slots' in plan ? plan.slots.length : plan.agentIds.length * plan.dates.length)
const datesOf = (shifts: readonly Assignment[]) => [...new Set(shifts.map((shift) => shift.date))].sort()

/** The slots that bring removed shifts back; those without a type never stood on a slot. */
function slotsOf(shifts: readonly Assignment[]): PlannedSlot[] {
  return shifts.flatMap(({ agentId, date, shiftTypeId }) => (shiftTypeId ? [{ agentId, date, shiftTypeId }] : []))
}

/** Plans and clears many shifts at once: asks first, writes only what nobody objects to, and can take the last step back. */
export function usePlanning(outcome: Outcome) {
  const queries = useQueryClient()
  const busy = ref(false)
  const doubt = shallowRef<Doubt | null>(null)
  const done = shallowRef<Done | null>(null)

  const batch = (plan: BatchPlan, mode: BatchMode, dryRun: boolean) =>
    http.post<BatchAnswer>('/assignments:batch', { ...plan, mode, dryRun })
  const removal = (shifts: readonly Assignment[]) =>
    http.post<{ removed: number }>('/assignments:remove', { ids: shifts.map((shift) => shift.id) })
  const refresh = () => STALE.forEach((key) => void queries.invalidateQueries({ queryKey: [key] }))

  /** One thing at a time; tells whether it came to an end or to a question. */
  async function guarded(task: Task, work: () => Promise<void>): Promise<boolean> {
    if (busy.value) return false
    busy.value = true
    try {
      await work()
      return true
    } catch (error) {
      return refused(task, error)
    } finally {
      busy.value = false
    }
  }

  function refused(task: Task, error: unknown): boolean {
    const { status, conflicts } = asProblem(error)
    if (status === 409) refresh()
    if (status !== 409 || !conflicts?.length) {
      outcome.onFailure(error)
      return false
    }
    const found = (conflicts as SlotConflict[]).map((conflict) => ({ ...conflict, severity: conflict.severity ?? 'BLOCKS' }))
    const possible = 'plan' in task ? sizeOf(task.plan) - blockedCells(found).size : withoutBlocked(task.remove, found).length
    doubt.value = { task, conflicts: found, possible: Math.max(0, possible) }
    return true
  }

  async function write(plan: BatchPlan, mode: BatchMode): Promise<void> {
    const { created, conflicts } = await batch(plan, mode, false)
    refresh()
    doubt.value = null
    done.value = created.length
      ? { what: 'PLANNED', count: created.length, skipped: blockedCells(conflicts).size, dates: datesOf(created), undo: { remove: created } }
      : NOTHING
  }

  async function drop(shifts: Assignment[]): Promise<void> {
    const { removed } = await removal(shifts)
    refresh()
    doubt.value = null
    const slots = slotsOf(shifts)
    const undo = slots.length === shifts.length ? { plan: { slots } } : null
    done.value = { what: 'CLEARED', count: removed, skipped: 0, dates: datesOf(shifts), undo }
  }

  function plan(wanted: BatchPlan): Promise<boolean> {
    return guarded({ plan: wanted }, async () => {
      done.value = null
      if (sizeOf(wanted) === 0) return void (done.value = NOTHING)
      const { created, conflicts } = await batch(wanted, 'SKIP_CONFLICTS', true)
      if (conflicts.length) doubt.value = { task: { plan: wanted }, conflicts, possible: created.length }
      else if (created.length) await write(wanted, 'ALL_OR_NOTHING')
      else done.value = NOTHING
    })
  }

  function clear(shifts: Assignment[]): Promise<boolean> {
    return guarded({ remove: shifts }, async () => {
      done.value = null
      if (shifts.length) await drop(shifts)
      else done.value = NOTHING
    })
  }

  /** A plan was replaced by a file: what it came to is shown, and cannot be taken back in one step. */
  function replaced({ created, removed, conflicts }: RotaImport): void {
    refresh()
    const dates = datesOf([...created, ...removed])
    done.value = { what: 'REPLACED', count: created.length, removed: removed.length, skipped: blockedCells(conflicts).size, dates, undo: null }
  }

  /** Carries out what the doubt is about, without what is blocked. */
  async function proceed(): Promise<void> {
    const asked = doubt.value
    if (!asked) return
    const { task, conflicts } = asked
    await guarded(task, () =>
      'plan' in task ? write(task.plan, 'SKIP_CONFLICTS') : drop(withoutBlocked(task.remove, conflicts)),
    )
  }

  function cancel(): void {
    if (!busy.value) doubt.value = null
  }

  async function undo(): Promise<void> {
    const task = done.value?.undo
    if (!task) return
    await guarded(task, async () => {
      if ('plan' in task) await batch(task.plan, 'ALL_OR_NOTHING', false)
      else await removal(task.remove)
      refresh()
      done.value = null
      outcome.onUndone()
    })
  }

  const dismiss = () => void (done.value = null)

  return { busy, doubt, done, plan, clear, replaced, proceed, cancel, undo, dismiss }
}
