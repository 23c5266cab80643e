export { configureHttp, http, urlOf } from './http'
export { asProblem, ProblemError, type Conflict, type Problem } from './problem'
export * from './leave'
export * from './types'
