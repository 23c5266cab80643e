import { expect, test } from 'vitest'
import { findingsInProcess } from './findings.mjs'

test.each(['LeaveRequested', 'LeaveTaken', 'LeaveRefusedByRule', 'LeaveBegun'])('accepts %s', async (id) => {
  expect(await findingsInProcess('event-ids', `<bpmn:endEvent id="${id}"/>`)).toEqual([])
})

test.each(['EndEvent_LeaveTaken', 'RequestLeave', 'leaveRequested', 'Event_1'])('refuses %s', async (id) => {
  expect(await findingsInProcess('event-ids', `<bpmn:endEvent id="${id}"/>`)).toEqual([
    `${id}: event id does not say what happened, such as LeaveRequested`,
  ])
})
