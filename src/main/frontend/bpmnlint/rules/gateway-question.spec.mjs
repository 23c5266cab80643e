import { expect, test } from 'vitest'
import { findingsInProcess } from './findings.mjs'

const split = ({ name = 'Blocked?', attributes = '', yes = 'name="yes"', no = 'name="no"', condition = '${blocked}' }) => `
  <bpmn:exclusiveGateway id="Blocked" name="${name}" ${attributes}><bpmn:outgoing>yes</bpmn:outgoing><bpmn:outgoing>no</bpmn:outgoing></bpmn:exclusiveGateway>
  <bpmn:task id="End"/>
  <bpmn:sequenceFlow id="yes" ${yes} sourceRef="Blocked" targetRef="End"><bpmn:conditionExpression>${condition}</bpmn:conditionExpression></bpmn:sequenceFlow>
  <bpmn:sequenceFlow id="no" ${no} sourceRef="Blocked" targetRef="End"/>`

test.each(['Blocked?', '有规则拒绝？'])('accepts the question %s with answers', async (name) => {
  expect(await findingsInProcess('gateway-question', split({ name, attributes: 'default="no"' }))).toEqual([])
})

test('accepts a default flow without a name', async () => {
  expect(await findingsInProcess('gateway-question', split({ attributes: 'default="no"', no: '' }))).toEqual([])
})

test('refuses a gateway that asks nothing', async () => {
  expect(await findingsInProcess('gateway-question', split({ name: 'Blocked', attributes: 'default="no"' }))).toEqual([
    'Blocked: gateway does not ask a question',
  ])
})

test('refuses a flow without an answer and one without a condition', async () => {
  expect(await findingsInProcess('gateway-question', split({ yes: '' }))).toEqual([
    'yes: flow does not answer the question of its gateway',
    'no: flow has no condition',
  ])
})

test('lets a joining gateway be silent', async () => {
  const join = '<bpmn:exclusiveGateway id="Join"/><bpmn:task id="End"/><bpmn:sequenceFlow id="on" sourceRef="Join" targetRef="End"/>'
  expect(await findingsInProcess('gateway-question', join)).toEqual([])
})
