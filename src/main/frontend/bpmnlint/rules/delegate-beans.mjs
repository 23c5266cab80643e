import { is, ownerOf } from '../model.mjs'

const automatic = ['bpmn:ServiceTask', 'bpmn:SendTask', 'bpmn:BusinessRuleTask']
const listeners = ['camunda:ExecutionListener', 'camunda:TaskListener']
const bean = /^\$\{[a-z][A-Za-z0-9]*\}$/

/** Whatever runs code names a bean, `${leaveCheckRules}`, and nothing else. */
export default () => ({
  check(node, reporter) {
    if (automatic.some((type) => is(node, type))) check(node, node.id)
    if (listeners.some((type) => is(node, type))) check(node, ownerOf(node).id)

    function check(step, id) {
      if (step.expression) reporter.report(id, 'runs an expression (camunda:expression)')
      if (step.type || step.topic) reporter.report(id, 'is an external task')
      if (!bean.test(step.delegateExpression ?? '')) {
        reporter.report(id, 'names no delegate bean such as ${leaveCheckRules} (camunda:delegateExpression)')
      }
    }
  },
})
