import { expect, test } from 'vitest'
import { findingsInProcess } from './findings.mjs'

test('accepts a sentence', async () => {
  const text = '<bpmn:documentation>Serves agents who need a day off; decided within one day.</bpmn:documentation>'
  expect(await findingsInProcess('documentation', text)).toEqual([])
})

test.each(['', '<bpmn:documentation>Leave</bpmn:documentation>'])('refuses <%s>', async (text) => {
  expect(await findingsInProcess('documentation', text)).toEqual([
    'leave: documentation does not say whom the process serves',
  ])
})
