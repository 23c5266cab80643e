import { expect, test } from 'vitest'
import { speakEnglish } from './english.mjs'

const named = (bpmnElement) => {
  speakEnglish({ diagrams: [{ plane: { planeElement: [{ bpmnElement }] } }] })
  return bpmnElement.name
}

test('says the id in words', () => {
  expect(named({ $type: 'bpmn:UserTask', id: 'ApproveLeave', name: '审批请假' })).toBe('Approve leave')
})

test('keeps a question a question', () => {
  expect(named({ $type: 'bpmn:ExclusiveGateway', id: 'AnyoneOnDuty', name: '有人当班？' })).toBe('Anyone on duty?')
})

test.each([
  ['是', 'yes'],
  ['没有', 'no'],
  ['转工单', ''],
])('answers %s with <%s>', (chinese, english) => {
  expect(named({ $type: 'bpmn:SequenceFlow', id: 'AToB', name: chinese })).toBe(english)
})

test('gives no name to what has none', () => {
  expect(named({ $type: 'bpmn:ExclusiveGateway', id: 'Joined' })).toBeUndefined()
})
