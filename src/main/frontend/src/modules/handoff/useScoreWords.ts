import { useI18n } from 'vue-i18n'
import { explanationIn } from './score'

/** Says in the words of the reader why an agent was chosen; what no locale knows, such as a part of an own rule, is shown as it is. */
export function useScoreWords() {
  const { t, te } = useI18n()
  const known = (key: string, otherwise: string) => (te(key) ? t(key) : otherwise)
  const partOf = (part: string) => known(`handoff.part.${part}`, part)

  /** What is written down with a step; with the one who was chosen, where nothing else beside it says who that is. */
  function worded(comment: string, { withAgent = false } = {}): string {
    const why = explanationIn(comment)
    if (!why) return comment
    const agent = withAgent ? `${why.agent.toUpperCase()} · ` : ''
    const strategy = known(`handoff.strategy.${why.strategy}`, why.strategy)
    return `${agent}${strategy} ${why.total} = ${why.parts.map(({ part, points }) => `${partOf(part)} ${points}`).join(' + ')}`
  }

  return { partOf, worded }
}
