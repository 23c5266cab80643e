import { expect, test } from 'vitest'
import { findingsInProcess } from './findings.mjs'

test('accepts a candidate group', async () => {
  const task = '<bpmn:userTask id="ApproveLeave" camunda:candidateGroups="${approvers}"/>'
  expect(await findingsInProcess('user-task-candidates', task)).toEqual([])
})

test('accepts a person whom a variable names', async () => {
  const task = '<bpmn:userTask id="ConfirmSwap" camunda:assignee="${participant}"/>'
  expect(await findingsInProcess('user-task-candidates', task)).toEqual([])
})

test('refuses a task that nobody is offered', async () => {
  expect(await findingsInProcess('user-task-candidates', '<bpmn:userTask id="ApproveLeave"/>')).toEqual([
    'ApproveLeave: user task has no candidate group (camunda:candidateGroups)',
  ])
})

test('refuses a task that names a person', async () => {
  const task = '<bpmn:userTask id="ApproveLeave" camunda:candidateGroups="managers" camunda:assignee="kf001"/>'
  expect(await findingsInProcess('user-task-candidates', task)).toEqual(['ApproveLeave: user task names a person'])
})
