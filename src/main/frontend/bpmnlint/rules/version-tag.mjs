import { is } from '../model.mjs'

/** A process carries the version a person reads in Cockpit. */
export default () => ({
  check(node, reporter) {
    if (is(node, 'bpmn:Process') && node.isExecutable && !/^\d+(\.\d+){1,2}$/.test(node.versionTag ?? '')) {
      reporter.report(node.id, 'camunda:versionTag is missing or not a version such as 1.0')
    }
  },
})
