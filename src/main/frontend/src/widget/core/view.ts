import { Problem } from './api'
import type { Entry } from './entries'
import type { Link } from './line'
import type { Phase } from './phase'

/** What went wrong: `detail` is the server's own sentence, `code` chooses ours where there is none. */
export interface Trouble {
  code: string
  detail: string
}

/** All that the screen shows. */
export interface View {
  phase: Phase
  link: Link
  entries: Entry[]
  typing: boolean
  unread: number
  loading: boolean
  /** An answer to the customer's last command is on its way. */
  busy: boolean
  /** What is asked before a chat was answered. */
  introduced: boolean
  problem: Trouble | null
}

export function troubleOf(problem: unknown): Trouble {
  if (!(problem instanceof Problem)) return { code: 'unknown', detail: '' }
  if (problem.status === 0) return { code: 'unreachable', detail: '' }
  if (problem.status === 429) return { code: 'slow_down', detail: '' }
  if (problem.status >= 500) return { code: 'server', detail: '' }
  return { code: problem.code, detail: problem.message }
}
