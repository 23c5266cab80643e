import { expect, test } from 'vitest'
import { findingsInProcess } from './findings.mjs'

const listener = (attributes) =>
  `<bpmn:userTask id="ApproveLeave"><bpmn:extensionElements><camunda:taskListener event="create" ${attributes}/></bpmn:extensionElements></bpmn:userTask>`

test('accepts a delegate bean', async () => {
  const task = '<bpmn:serviceTask id="CheckRules" camunda:delegateExpression="${leaveCheckRules}"/>'
  expect(await findingsInProcess('no-class', task + listener('delegateExpression="${leaveTold}"'))).toEqual([])
})

test('refuses a class on a task', async () => {
  expect(await findingsInProcess('no-class', '<bpmn:serviceTask id="CheckRules" camunda:class="a.B"/>')).toEqual([
    'CheckRules: names a Java class (camunda:class)',
  ])
})

test('refuses a class on a listener and names its task', async () => {
  expect(await findingsInProcess('no-class', listener('class="a.B"'))).toEqual([
    'ApproveLeave: names a Java class (camunda:class)',
  ])
})

test('refuses a connector', async () => {
  const task =
    '<bpmn:serviceTask id="CheckRules"><bpmn:extensionElements><camunda:connector><camunda:connectorId>http</camunda:connectorId></camunda:connector></bpmn:extensionElements></bpmn:serviceTask>'
  expect(await findingsInProcess('no-class', task)).toEqual(['CheckRules: uses a connector'])
})
