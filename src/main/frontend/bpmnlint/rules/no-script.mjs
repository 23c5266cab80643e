import { is, ownerOf } from '../model.mjs'

/** No diagram holds code in a script language. */
export default () => ({
  check(node, reporter) {
    if (is(node, 'bpmn:ScriptTask')) reporter.report(node.id, 'is a script task')
    if (is(node, 'camunda:Script')) reporter.report(ownerOf(node).id, 'holds a script')
    if (is(node, 'bpmn:FormalExpression') && node.language) {
      reporter.report(ownerOf(node).id, `holds a condition in a script language <${node.language}>`)
    }
  },
})
