import { eventIcon, gatewayIcon, taskIcon } from './icons.mjs'
import { textBlock } from './text.mjs'

const is = (element, type) => element.$instanceOf(type)

/** Draws what a shape of the diagram stands for; an unknown thing is an error, never a gap in the picture. */
export function drawShape(shape) {
  const { bpmnElement: element, bounds } = shape
  if (is(element, 'bpmn:Event')) return drawEvent(element, bounds)
  if (is(element, 'bpmn:Gateway')) return drawGateway(element, bounds)
  if (is(element, 'bpmn:SubProcess') && shape.isExpanded !== false) return drawSubProcess(element, bounds)
  if (is(element, 'bpmn:Activity')) return drawTask(element, bounds)
  if (is(element, 'bpmn:TextAnnotation')) return drawAnnotation(element, bounds)
  if (is(element, 'bpmn:Participant') || is(element, 'bpmn:Lane')) return drawLane(element, bounds)
  throw new Error(`${element.id}: no picture for ${element.$type}`)
}

/** Things that hold other things are drawn first. */
export const isContainer = ({ bpmnElement: element }) =>
  ['bpmn:SubProcess', 'bpmn:Participant', 'bpmn:Lane'].some((type) => is(element, type))

function drawEvent(event, { x, y, width, height }) {
  const [cx, cy, r] = [x + width / 2, y + height / 2, width / 2]
  const kind = is(event, 'bpmn:StartEvent') ? 'start' : is(event, 'bpmn:EndEvent') ? 'end' : 'between'
  const dashed = event.cancelActivity === false || event.isInterrupting === false ? 'class="dashed" ' : ''
  const inner = kind === 'between' ? `<circle ${dashed}cx="${cx}" cy="${cy}" r="${r - 4}"/>` : ''
  const thrown = is(event, 'bpmn:ThrowEvent')
  const icon = eventIcon(event.eventDefinitions?.[0]?.$type, cx, cy, thrown)
  return `<g class="event ${kind}"><circle ${dashed}cx="${cx}" cy="${cy}" r="${r}"/>${inner}${icon}</g>`
}

function drawGateway(gateway, { x, y, width, height }) {
  const [cx, cy] = [x + width / 2, y + height / 2]
  const diamond = `M${cx} ${y} ${x + width} ${cy} ${cx} ${y + height} ${x} ${cy}z`
  return `<g class="gateway"><path d="${diamond}"/>${gatewayIcon(gateway.$type, cx, cy)}</g>`
}

function drawTask(task, { x, y, width, height }) {
  const [cx, cy] = [x + width / 2, y + height / 2]
  const kind = is(task, 'bpmn:UserTask') ? 'person' : is(task, 'bpmn:CallActivity') ? 'call' : 'automatic'
  const many = task.loopCharacteristics ? `<path d="M${cx - 4} ${y + height - 12}v9m4-9v9m4-9v9"/>` : ''
  const name = textBlock({ text: task.name ?? task.id, x: cx, y: cy + 4, width: width - 14, className: 'name' })
  return `<g class="task ${kind}">${box(x, y, width, height, 8)}${taskIcon(task.$type, x + 14, y + 14)}${many}${name}</g>`
}

function drawSubProcess(process, { x, y, width, height }) {
  const kind = process.triggeredByEvent ? 'scope dotted' : 'scope'
  const name = textBlock({ text: process.name ?? process.id, x: x + 14, y: y + 8, width, top: true, className: 'title' })
  return `<g class="${kind}">${box(x, y, width, height, 10)}${name}</g>`
}

function drawLane(lane, { x, y, width, height }) {
  const turned = `transform="rotate(-90 ${x + 15} ${y + height / 2})"`
  const name = textBlock({ text: lane.name ?? '', x: x + 15, y: y + height / 2, width: height, className: 'name' })
  return `<g class="lane">${box(x, y, width, height, 0)}<g ${turned}>${name}</g></g>`
}

function drawAnnotation(note, { x, y, width, height }) {
  const text = textBlock({ text: note.text ?? '', x: x + width / 2, y: y + height / 2, width: width - 8, size: 11, className: 'label' })
  return `<g class="note"><path d="M${x + 10} ${y}H${x}v${height}h10"/>${text}</g>`
}

const box = (x, y, width, height, corner) =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${corner}"/>`
