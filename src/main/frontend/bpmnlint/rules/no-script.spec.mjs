import { expect, test } from 'vitest'
import { findingsInProcess } from './findings.mjs'

test('accepts a plain condition', async () => {
  const flow = '<bpmn:sequenceFlow id="yes"><bpmn:conditionExpression>${approved}</bpmn:conditionExpression></bpmn:sequenceFlow>'
  expect(await findingsInProcess('no-script', flow)).toEqual([])
})

test('refuses a script task', async () => {
  expect(await findingsInProcess('no-script', '<bpmn:scriptTask id="CountDays" scriptFormat="groovy"/>')).toEqual([
    'CountDays: is a script task',
  ])
})

test('refuses a script in an input parameter', async () => {
  const input =
    '<camunda:inputOutput><camunda:inputParameter name="days"><camunda:script scriptFormat="groovy">1</camunda:script></camunda:inputParameter></camunda:inputOutput>'
  const task = `<bpmn:userTask id="ApproveLeave"><bpmn:extensionElements>${input}</bpmn:extensionElements></bpmn:userTask>`
  expect(await findingsInProcess('no-script', task)).toEqual(['ApproveLeave: holds a script'])
})

test('refuses a condition in a script language', async () => {
  const condition =
    '<bpmn:conditionExpression xsi:type="bpmn:tFormalExpression" language="groovy">true</bpmn:conditionExpression>'
  expect(await findingsInProcess('no-script', `<bpmn:sequenceFlow id="yes">${condition}</bpmn:sequenceFlow>`)).toEqual([
    'yes: holds a condition in a script language <groovy>',
  ])
})
