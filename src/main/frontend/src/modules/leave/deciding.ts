import type { Conflict, Leave } from '@/shared/api'
import { canDecide, type Who } from './rights'

/** How far the decision about one request has come; a refusal says why. */
export type Progress =
  | { state: 'WAITING' | 'RUNNING' | 'DONE' }
  | { state: 'FAILED'; error: unknown; conflicts: Conflict[] }

export type Outcomes = Readonly<Record<string, Progress>>

export interface Ruling {
  approved: boolean
  comment: string
}

/** Marks that are still there and still wait, in the order of the list. */
export function keptMarks(marks: ReadonlySet<string>, leaves: Leave[], who: Who): string[] {
  return leaves.filter((leave) => marks.has(leave.id) && canDecide(leave, who)).map((leave) => leave.id)
}

/** All of them, or none when all are marked already. */
export function toggledAll(marks: ReadonlySet<string>, leaves: Leave[], who: Who): Set<string> {
  const all = leaves.filter((leave) => canDecide(leave, who)).map((leave) => leave.id)
  return all.every((id) => marks.has(id)) ? new Set() : new Set(all)
}

export function toggled(marks: ReadonlySet<string>, id: string): Set<string> {
  const next = new Set(marks)
  if (!next.delete(id)) next.add(id)
  return next
}

export const MOST_COMMENT = 500

/** The key of what is missing before it can be sent, or `null`. */
export function rulingMistake(ruling: Ruling): string | null {
  const comment = ruling.comment.trim()
  if (!ruling.approved && !comment) return 'leave.commentNeeded'
  return comment.length > MOST_COMMENT ? 'leave.mistake.long' : null
}

export interface Tally {
  total: number
  done: number
  failed: number
  finished: boolean
}

export function tallyOf(outcomes: Outcomes): Tally {
  const states = Object.values(outcomes).map((progress) => progress.state)
  const count = (state: Progress['state']) => states.filter((each) => each === state).length
  const [done, failed] = [count('DONE'), count('FAILED')]
  return { total: states.length, done, failed, finished: states.length > 0 && done + failed === states.length }
}

/**
 * Decides one after the other, so that each is judged by the rota that the one before has left. A refusal stops nothing:
 * it is told and the next has its turn.
 */
export async function decideEach(
  ids: string[],
  decide: (id: string) => Promise<unknown>,
  tell: (id: string, progress: Progress) => void,
  conflictsOf: (error: unknown) => Conflict[],
): Promise<void> {
  ids.forEach((id) => tell(id, { state: 'WAITING' }))
  for (const id of ids) {
    tell(id, { state: 'RUNNING' })
    try {
      await decide(id)
      tell(id, { state: 'DONE' })
    } catch (error) {
      tell(id, { state: 'FAILED', error, conflicts: conflictsOf(error) })
    }
  }
}
