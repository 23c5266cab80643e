import { is } from '../model.mjs'

/** A process says for how long its history is kept. */
export default () => ({
  check(node, reporter) {
    if (is(node, 'bpmn:Process') && node.isExecutable && !/^P\d+D$/.test(node.historyTimeToLive ?? '')) {
      reporter.report(node.id, 'camunda:historyTimeToLive is missing or not a number of days such as P365D')
    }
  },
})
