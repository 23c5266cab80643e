import { is } from '../model.mjs'

/** A user task is offered to a group, or to the one person a variable names; nobody is named in a diagram. */
export default () => ({
  check(node, reporter) {
    if (!is(node, 'bpmn:UserTask')) return
    if (node.assignee && !node.assignee.startsWith('${')) reporter.report(node.id, 'user task names a person')
    else if (!node.assignee && !node.candidateGroups) {
      reporter.report(node.id, 'user task has no candidate group (camunda:candidateGroups)')
    }
  },
})
