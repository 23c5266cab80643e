import { expect, test } from 'vitest'
import { findingsInProcess } from './findings.mjs'

const timer = (time) =>
  `<bpmn:intermediateCatchEvent id="LeaveBegun"><bpmn:timerEventDefinition>${time}</bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>`
const duration = (text) =>
  timer(`<bpmn:timeDuration xsi:type="bpmn:tFormalExpression">${text}</bpmn:timeDuration>`)

test('accepts a variable', async () => {
  expect(await findingsInProcess('timer-variables', duration('${remindAfter}'))).toEqual([])
})

test.each(['PT4H', '${settings.remindAfter()}', '${a}/${b}'])('refuses %s', async (text) => {
  expect(await findingsInProcess('timer-variables', duration(text))).toEqual([
    'LeaveBegun: timer is not a variable such as ${remindAfter}',
  ])
})

test('refuses a timer without a time', async () => {
  expect(await findingsInProcess('timer-variables', timer(''))).toEqual(['LeaveBegun: timer has no time'])
})

test('refuses a literal due date', async () => {
  const task = '<bpmn:userTask id="ApproveLeave" camunda:dueDate="PT4H"/>'
  expect(await findingsInProcess('timer-variables', task)).toEqual([
    'ApproveLeave: due date is not a variable such as ${remindAfter}',
  ])
})
