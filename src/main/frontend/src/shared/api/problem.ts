export interface Conflict {
  code: string
  message: string
  rule?: string
}
export interface Violation {
  field: string
  message: string
  /** Of an entry of a file, from 0. */
  index?: number
  /** Of a cell of a file, from 1; 0 when it is the file as a whole. */
  line?: number
  column?: number
  value?: string
}

/** Problem details as the server gives them; status 0 means that no answer came. */
export interface Problem {
  status: number
  code: string
  title?: string
  detail?: string
  id?: string
  traceId?: string
  conflicts?: Conflict[]
  violations?: Violation[]
  retryAfterSeconds?: number
}

export class ProblemError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail ?? problem.title ?? problem.code)
  }
}

export function asProblem(error: unknown): Problem {
  return error instanceof ProblemError ? error.problem : { status: -1, code: 'unexpected' }
}
