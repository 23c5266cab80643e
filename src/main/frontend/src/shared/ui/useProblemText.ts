import { useI18n } from 'vue-i18n'
import { asProblem } from '../api'

/** What to tell a person about a failure: the server's own words first, then ours for the code, then a general one. */
export function useProblemText() {
  const { t, te } = useI18n()

  function textOf(error: unknown): string {
    const problem = asProblem(error)
    if (problem.detail) return problem.detail
    if (te(`problem.${problem.code}`)) return t(`problem.${problem.code}`)
    if (te(`problem.http_${problem.status}`)) return t(`problem.http_${problem.status}`)
    return problem.title ?? t('problem.unexpected')
  }

  return { textOf }
}
