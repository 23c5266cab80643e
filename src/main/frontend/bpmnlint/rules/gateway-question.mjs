import { is } from '../model.mjs'

/** An exclusive gateway that splits asks a question, and each flow from it is an answer. */
export default () => ({
  check(node, reporter) {
    if (!is(node, 'bpmn:ExclusiveGateway') || (node.outgoing ?? []).length < 2) return
    if (!/[?？]$/.test((node.name ?? '').trim())) reporter.report(node.id, 'gateway does not ask a question')
    for (const flow of node.outgoing) {
      const isDefault = node.default === flow
      if (!flow.name && !isDefault) reporter.report(flow.id, 'flow does not answer the question of its gateway')
      if (!flow.conditionExpression && !isDefault) reporter.report(flow.id, 'flow has no condition')
    }
  },
})
