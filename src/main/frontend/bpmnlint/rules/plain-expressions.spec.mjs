import { expect, test } from 'vitest'
import { findingsInProcess } from './findings.mjs'

const flow = (condition) =>
  `<bpmn:sequenceFlow id="yes"><bpmn:conditionExpression>${condition}</bpmn:conditionExpression></bpmn:sequenceFlow>`

test.each(['${approved}', '${!approved}', "${action == 'TICKET'}"])('accepts %s', async (condition) => {
  expect(await findingsInProcess('plain-expressions', flow(condition))).toEqual([])
})

test.each(['${leaveRules.check(execution)}', '#{execution.getVariable("approved")}'])('refuses %s', async (condition) => {
  expect(await findingsInProcess('plain-expressions', flow(condition))).toEqual([
    `yes: expression <${condition}> calls code`,
  ])
})

test('refuses a call in the candidate group of a task', async () => {
  const task = '<bpmn:userTask id="ApproveLeave" camunda:candidateGroups="${groups.of(agent)}"/>'
  expect(await findingsInProcess('plain-expressions', task)).toEqual([
    'ApproveLeave: expression <${groups.of(agent)}> calls code',
  ])
})

test('lets the documentation say what it wants', async () => {
  const text = '<bpmn:documentation>Calls ${nothing.at(all)}</bpmn:documentation>'
  expect(await findingsInProcess('plain-expressions', text)).toEqual([])
})
