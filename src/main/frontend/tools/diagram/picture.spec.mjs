import { expect, test } from 'vitest'
import { read } from '../../bpmnlint/models.mjs'
import { picture } from './picture.mjs'

const shape = (id, x, width = 100, height = 80, y = 100 - height / 2) =>
  `<bpmndi:BPMNShape bpmnElement="${id}"><dc:Bounds x="${x}" y="${y}" width="${width}" height="${height}"/></bpmndi:BPMNShape>`

const model = (elements, shapes) => `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI"
  xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI">
  <bpmn:process id="leave">${elements}</bpmn:process>
  <bpmndi:BPMNDiagram><bpmndi:BPMNPlane bpmnElement="leave">${shapes}</bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
</bpmn:definitions>`

const draw = async (elements, shapes) => picture((await read(model(elements, shapes))).rootElement)

test('frames what it draws', async () => {
  const drawn = await draw('<bpmn:userTask id="ApproveLeave" name="审批"/>', shape('ApproveLeave', 100))
  expect(drawn).toContain('viewBox="76 36 148 128"')
})

test('draws a person\'s task and writes its name', async () => {
  const drawn = await draw('<bpmn:userTask id="ApproveLeave" name="审批"/>', shape('ApproveLeave', 100))
  expect(drawn).toContain('class="task person"')
  expect(drawn).toContain('审批')
})

test('draws a timer that does not interrupt with dashes, after the task it sits on', async () => {
  const timer = '<bpmn:boundaryEvent id="Reminded" name="催办" attachedToRef="ApproveLeave" cancelActivity="false"><bpmn:timerEventDefinition/></bpmn:boundaryEvent>'
  const task = '<bpmn:userTask id="ApproveLeave"/>'
  const drawn = await draw(timer + task, shape('Reminded', 120, 36, 36, 122) + shape('ApproveLeave', 100))
  expect(drawn).toContain('circle class="dashed"')
  expect(drawn.indexOf('task person')).toBeLessThan(drawn.indexOf('event between'))
})

test('draws an event sub-process beneath what it holds', async () => {
  const inner = '<bpmn:startEvent id="AgentLost"><bpmn:messageEventDefinition/></bpmn:startEvent>'
  const scope = `<bpmn:subProcess id="Pause" triggeredByEvent="true">${inner}</bpmn:subProcess>`
  const drawn = await draw(scope, shape('AgentLost', 120, 36, 36) + shape('Pause', 100, 200, 100))
  expect(drawn.indexOf('scope dotted')).toBeLessThan(drawn.indexOf('event start'))
})

test('refuses a shape it has no picture for', async () => {
  const data = '<bpmn:dataObjectReference id="Balance"/>'
  await expect(draw(data, shape('Balance', 100))).rejects.toThrow('Balance: no picture for bpmn:DataObjectReference')
})

test('lets a label beside its event grow away from it', async () => {
  const label = '<bpmndi:BPMNLabel><dc:Bounds x="140" y="90" width="20" height="14"/></bpmndi:BPMNLabel>'
  const event = shape('LeaveTaken', 100, 36, 36).replace('</bpmndi:BPMNShape>', `${label}</bpmndi:BPMNShape>`)
  const drawn = await draw('<bpmn:endEvent id="LeaveTaken" name="Leave taken"/>', event)
  const middle = Number(drawn.match(/<tspan x="([\d.]+)"/)[1])
  expect(middle).toBeGreaterThan(170)
})
