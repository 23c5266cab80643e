import activityIds from './rules/activity-ids.mjs'
import delegateBeans from './rules/delegate-beans.mjs'
import documentation from './rules/documentation.mjs'
import eventIds from './rules/event-ids.mjs'
import gatewayQuestion from './rules/gateway-question.mjs'
import historyTimeToLive from './rules/history-time-to-live.mjs'
import messageNames from './rules/message-names.mjs'
import noClass from './rules/no-class.mjs'
import noScript from './rules/no-script.mjs'
import plainExpressions from './rules/plain-expressions.mjs'
import processId from './rules/process-id.mjs'
import timerVariables from './rules/timer-variables.mjs'
import userTaskCandidates from './rules/user-task-candidates.mjs'
import userTaskDeadline from './rules/user-task-deadline.mjs'
import userTaskForm from './rules/user-task-form.mjs'
import versionTag from './rules/version-tag.mjs'

/** The house rules for a process model, each in a file of its name. */
export const rules = {
  'activity-ids': activityIds,
  'delegate-beans': delegateBeans,
  documentation,
  'event-ids': eventIds,
  'gateway-question': gatewayQuestion,
  'history-time-to-live': historyTimeToLive,
  'message-names': messageNames,
  'no-class': noClass,
  'no-script': noScript,
  'plain-expressions': plainExpressions,
  'process-id': processId,
  'timer-variables': timerVariables,
  'user-task-candidates': userTaskCandidates,
  'user-task-deadline': userTaskDeadline,
  'user-task-form': userTaskForm,
  'version-tag': versionTag,
}

const house = Object.fromEntries(Object.keys(rules).map((name) => [`baton/${name}`, 'error']))

/** Everything bpmnlint recommends, as errors, and the house rules. A task may be re-entered without a joining gateway. */
export const config = {
  extends: 'bpmnlint:recommended',
  rules: {
    'bpmnlint/fake-join': 'off',
    'bpmnlint/no-inclusive-gateway': 'error',
    'bpmnlint/no-overlapping-elements': 'error',
    'bpmnlint/superfluous-gateway': 'error',
    ...house,
  },
}
