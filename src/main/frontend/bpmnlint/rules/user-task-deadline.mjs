import { definitionsOf, is } from '../model.mjs'

/** A user task is due some time, and something happens when nobody does it. */
export default () => ({
  check(node, reporter) {
    if (!is(node, 'bpmn:UserTask')) return
    if (!node.dueDate) reporter.report(node.id, 'user task has no due date (camunda:dueDate)')
    const siblings = node.$parent?.flowElements ?? []
    const timed = siblings.some(
      (event) =>
        is(event, 'bpmn:BoundaryEvent') &&
        event.attachedToRef === node &&
        definitionsOf(event).some((definition) => is(definition, 'bpmn:TimerEventDefinition')),
    )
    if (!timed) reporter.report(node.id, 'user task has no boundary timer')
  },
})
