import { expect, test } from 'vitest'
import { findingsInProcess } from './findings.mjs'

const task = (id, attributes) => `<bpmn:userTask id="${id}" ${attributes}/>`
const bound = 'camunda:formRefBinding="deployment"'

test.each([
  ['ApproveLeave', 'leave-approve'],
  ['FindCover', 'leave-find-cover'],
])('accepts for %s the form %s', async (id, form) => {
  expect(await findingsInProcess('user-task-form', task(id, `camunda:formRef="${form}" ${bound}`))).toEqual([])
})

test('refuses a task without a form', async () => {
  expect(await findingsInProcess('user-task-form', task('ApproveLeave', ''))).toEqual([
    'ApproveLeave: user task has no form (camunda:formRef)',
  ])
})

test('refuses a form of another name', async () => {
  expect(await findingsInProcess('user-task-form', task('ApproveLeave', `camunda:formRef="decide" ${bound}`))).toEqual([
    'ApproveLeave: form <decide> is not <leave-approve-leave>',
  ])
})

test('refuses the latest version of a form, on the start event as well', async () => {
  const latest = 'camunda:formRef="leave-request" camunda:formRefBinding="latest"'
  expect(await findingsInProcess('user-task-form', `<bpmn:startEvent id="LeaveRequested" ${latest}/>`)).toEqual([
    'LeaveRequested: form is not bound to the deployment (camunda:formRefBinding)',
  ])
})
