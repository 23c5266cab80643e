import type { HandoffStep, Named, TransferAgent, TransferDepartment } from '@/shared/api'

/** A conversation changed hands, with what was noted for the one who took it. */
export interface Move {
  id: string
  at: string
  from: Named | null
  to: Named | null
  note: string | null
}

/** The changes of hands among the steps, each with the note of the transfer that led to it. */
export function movesOf(steps: readonly HandoffStep[]): Move[] {
  const moves: Move[] = []
  let asked: HandoffStep | null = null
  for (const step of steps) {
    if (step.what === 'HandoffTransferRequested') asked = step
    else if (step.what.startsWith('HandoffTransfer')) asked = null
    // Who was passed on to a queue is taken from there.
    else if (asked && (step.what === 'HandoffMoved' || step.what === 'HandoffBegun')) {
      moves.push({ id: step.id, at: step.at, from: asked.agentBefore, to: step.agent, note: asked.comment })
      asked = null
    }
  }
  return moves
}

/** The newest note somebody wrote to a transfer, to go on from. */
export function lastNote(steps: readonly HandoffStep[]): string {
  return steps.filter((step) => step.what === 'HandoffTransferRequested' && step.comment).at(-1)?.comment ?? ''
}

/** What may be chosen in the order in which the keys walk over it. */
export type Choice = { kind: 'agent'; agent: TransferAgent } | { kind: 'department'; department: TransferDepartment }

export const keyOf = (choice: Choice) => (choice.kind === 'agent' ? `a/${choice.agent.id}` : `d/${choice.department.id}`)

/** Departments that match come first: whoever searches for one finds it above its people. */
export function choicesOf(departments: readonly TransferDepartment[], agents: readonly TransferAgent[], query: string): Choice[] {
  const wanted = query.trim().toLowerCase()
  const matching = departments.filter(({ id, name }) => !wanted || id.includes(wanted) || name.toLowerCase().includes(wanted))
  return [
    ...matching.map((department): Choice => ({ kind: 'department', department })),
    ...agents.map((agent): Choice => ({ kind: 'agent', agent })),
  ]
}

export const isPossible = (choice: Choice) => (choice.kind === 'agent' ? choice.agent.eligible : choice.department.open)

/** Whether somebody of the department could take it at once. */
export const isFree = (choice: Choice) => choice.kind === 'agent' || choice.department.freeSeats > 0

/** The next one that may be chosen, `step` places on and round at the ends; the first when none was. */
export function walk(choices: readonly Choice[], chosen: string | null, step: 1 | -1): string | null {
  const possible = choices.filter(isPossible).map(keyOf)
  if (possible.length === 0) return null
  const at = chosen ? possible.indexOf(chosen) : -1
  return possible[at < 0 ? (step > 0 ? 0 : possible.length - 1) : (at + step + possible.length) % possible.length]!
}
