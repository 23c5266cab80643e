import { expect, test } from 'vitest'
import { findingsInProcess } from './findings.mjs'

test.each(['CheckRules', 'ApplyToRota', 'StepIn'])('accepts %s', async (id) => {
  expect(await findingsInProcess('activity-ids', `<bpmn:serviceTask id="${id}"/>`)).toEqual([])
})

test.each(['Activity_0x1', 'TaskCheck_1', 'checkRules', 'Check', 'Task1'])('refuses %s', async (id) => {
  expect(await findingsInProcess('activity-ids', `<bpmn:serviceTask id="${id}"/>`)).toEqual([
    `${id}: activity id is not verb and noun such as CheckRules`,
  ])
})

test('refuses what happened', async () => {
  expect(await findingsInProcess('activity-ids', '<bpmn:userTask id="ApprovedLeave"/>')).toEqual([
    'ApprovedLeave: activity id does not begin with a verb such as Check',
  ])
})

test('accepts an event sub-process that is named after what happened', async () => {
  expect(await findingsInProcess('activity-ids', '<bpmn:subProcess id="AgentLost" triggeredByEvent="true"/>')).toEqual([])
})
