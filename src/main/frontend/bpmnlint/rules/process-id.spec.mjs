import { expect, test } from 'vitest'
import { findings } from './findings.mjs'

test('accepts the stem of the file', async () => {
  expect(await findings('process-id', '<bpmn:process id="leave" isExecutable="true"/>')).toEqual([])
})

test('refuses another id', async () => {
  expect(await findings('process-id', '<bpmn:process id="vacation" isExecutable="true"/>')).toEqual([
    'vacation: process id is not the stem of its file <leave.bpmn>',
  ])
})

test('refuses an id that is not in kebab case', async () => {
  expect(await findings('process-id', '<bpmn:process id="LeaveProcess" isExecutable="true"/>')).toContain(
    'LeaveProcess: process id is not in kebab case',
  )
})

test('refuses a process that cannot run', async () => {
  expect(await findings('process-id', '<bpmn:process id="leave"/>')).toEqual(['leave: process is not executable'])
})
