import { expect, test } from 'vitest'
import { findings } from './findings.mjs'

const process = (attribute) => `<bpmn:process id="leave" isExecutable="true" ${attribute}/>`

test.each(['1.0', '2.10.3'])('accepts %s', async (tag) => {
  expect(await findings('version-tag', process(`camunda:versionTag="${tag}"`))).toEqual([])
})

test.each(['', 'camunda:versionTag="new"'])('refuses <%s>', async (attribute) => {
  expect(await findings('version-tag', process(attribute))).toEqual([
    'leave: camunda:versionTag is missing or not a version such as 1.0',
  ])
})
