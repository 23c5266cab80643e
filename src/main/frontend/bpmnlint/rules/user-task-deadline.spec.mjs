import { expect, test } from 'vitest'
import { findingsInProcess } from './findings.mjs'

const task = '<bpmn:userTask id="ApproveLeave" camunda:dueDate="${dueAt}"/>'
const boundary = (definition, on = 'ApproveLeave') =>
  `<bpmn:boundaryEvent id="${on}Expired" attachedToRef="${on}">${definition}</bpmn:boundaryEvent>`

test('accepts a due date and a boundary timer', async () => {
  expect(await findingsInProcess('user-task-deadline', task + boundary('<bpmn:timerEventDefinition/>'))).toEqual([])
})

test('refuses a task without either', async () => {
  expect(await findingsInProcess('user-task-deadline', '<bpmn:userTask id="ApproveLeave"/>')).toEqual([
    'ApproveLeave: user task has no due date (camunda:dueDate)',
    'ApproveLeave: user task has no boundary timer',
  ])
})

test('does not count a boundary message, nor the timer of another task', async () => {
  const other = '<bpmn:userTask id="FindCover" camunda:dueDate="${dueAt}"/>'
  const events = boundary('<bpmn:messageEventDefinition/>') + boundary('<bpmn:timerEventDefinition/>', 'FindCover')
  expect(await findingsInProcess('user-task-deadline', task + other + events)).toEqual([
    'ApproveLeave: user task has no boundary timer',
  ])
})
