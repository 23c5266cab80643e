export { configureHttp, http, urlOf } from './http'
export { asProblem, ProblemError, type Conflict, type Problem, type Violation } from './problem'
export * from './leave'
export * from './types'
