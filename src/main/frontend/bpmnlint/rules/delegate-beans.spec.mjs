import { expect, test } from 'vitest'
import { findingsInProcess } from './findings.mjs'

const none = 'CheckRules: names no delegate bean such as ${leaveCheckRules} (camunda:delegateExpression)'
const task = (attributes) => `<bpmn:serviceTask id="CheckRules" ${attributes}/>`

test('accepts a bean', async () => {
  expect(await findingsInProcess('delegate-beans', task('camunda:delegateExpression="${leaveCheckRules}"'))).toEqual([])
})

test.each(['', 'camunda:delegateExpression="${LeaveSteps.check()}"', 'camunda:class="a.B"'])(
  'refuses a service task with <%s>',
  async (attributes) => {
    expect(await findingsInProcess('delegate-beans', task(attributes))).toEqual([none])
  },
)

test('refuses an expression', async () => {
  expect(await findingsInProcess('delegate-beans', task('camunda:expression="${rules.check(execution)}"'))).toEqual([
    'CheckRules: runs an expression (camunda:expression)',
    none,
  ])
})

test('refuses an external task', async () => {
  expect(await findingsInProcess('delegate-beans', task('camunda:type="external" camunda:topic="check"'))).toEqual([
    'CheckRules: is an external task',
    none,
  ])
})

test('refuses an expression on a listener and names its element', async () => {
  const end =
    '<bpmn:endEvent id="LeaveTaken"><bpmn:extensionElements><camunda:executionListener event="end" expression="${told.all()}"/></bpmn:extensionElements></bpmn:endEvent>'
  expect(await findingsInProcess('delegate-beans', end)).toContain(
    'LeaveTaken: runs an expression (camunda:expression)',
  )
})
