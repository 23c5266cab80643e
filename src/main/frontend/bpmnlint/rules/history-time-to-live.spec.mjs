import { expect, test } from 'vitest'
import { findings } from './findings.mjs'

const process = (attribute) => `<bpmn:process id="leave" isExecutable="true" ${attribute}/>`

test('accepts a number of days', async () => {
  expect(await findings('history-time-to-live', process('camunda:historyTimeToLive="P365D"'))).toEqual([])
})

test.each(['', 'camunda:historyTimeToLive=""', 'camunda:historyTimeToLive="P1Y"'])('refuses <%s>', async (attribute) => {
  expect(await findings('history-time-to-live', process(attribute))).toEqual([
    'leave: camunda:historyTimeToLive is missing or not a number of days such as P365D',
  ])
})
