import { is, ownerOf } from '../model.mjs'

const variable = /^\$\{[a-z][A-Za-z0-9]*\}$/

/** Times are settings of a tenant: a diagram names the variable that holds one and no time itself. */
export default () => ({
  check(node, reporter) {
    if (is(node, 'bpmn:TimerEventDefinition')) {
      const times = [node.timeDuration, node.timeDate, node.timeCycle].filter(Boolean)
      if (times.length !== 1) reporter.report(ownerOf(node).id, 'timer has no time')
      times.forEach((time) => check(time.body, ownerOf(node).id, 'timer'))
    }
    if (is(node, 'bpmn:UserTask')) {
      if (node.dueDate) check(node.dueDate, node.id, 'due date')
      if (node.followUpDate) check(node.followUpDate, node.id, 'follow-up date')
    }

    function check(text, id, what) {
      if (!variable.test((text ?? '').trim())) reporter.report(id, `${what} is not a variable such as \${remindAfter}`)
    }
  },
})
