import { is } from '../model.mjs'
import { saysWhatHappened, words } from '../words.mjs'

/** A message is `<process>.<what happened>`: `leave.Withdrawn`. */
export default () => ({
  check(node, reporter) {
    if (!is(node, 'bpmn:Message')) return
    const [subject, event, ...rest] = (node.name ?? '').split('.')
    const named = /^[a-z]+(-[a-z]+)*$/.test(subject) && rest.length === 0 && words(event ?? '').length > 0
    if (!named || !saysWhatHappened(event)) {
      reporter.report(node.id, `message <${node.name ?? ''}> is not named as leave.Withdrawn is`)
    }
  },
})
