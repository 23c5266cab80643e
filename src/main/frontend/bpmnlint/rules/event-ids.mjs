import { is } from '../model.mjs'
import { hasTypePrefix, saysWhatHappened } from '../words.mjs'

/** The id of an event is what happened: `LeaveRequested`. */
export default () => ({
  check(node, reporter) {
    if (is(node, 'bpmn:Event') && (hasTypePrefix(node.id) || !saysWhatHappened(node.id))) {
      reporter.report(node.id, 'event id does not say what happened, such as LeaveRequested')
    }
  },
})
