import { is } from '../model.mjs'
import { hasTypePrefix, saysWhatHappened, words } from '../words.mjs'

/** The id of an activity is what is done, verb first: `CheckRules`. An event sub-process is what happened. */
export default () => ({
  check(node, reporter) {
    if (!is(node, 'bpmn:Activity')) return
    if (hasTypePrefix(node.id) || words(node.id).length < (node.triggeredByEvent ? 1 : 2)) {
      reporter.report(node.id, 'activity id is not verb and noun such as CheckRules')
    } else if (!node.triggeredByEvent && saysWhatHappened(words(node.id)[0])) {
      reporter.report(node.id, 'activity id does not begin with a verb such as Check')
    }
  },
})
