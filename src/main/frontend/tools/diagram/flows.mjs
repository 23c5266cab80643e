import { round, textBlock, widthOf, wrap } from './text.mjs'

const size = 11

/** Draws a flow with rounded corners; the default flow of a gateway carries a stroke. */
export function drawFlow({ bpmnElement: flow, waypoint }) {
  const kind = flow.$type === 'bpmn:SequenceFlow' ? 'flow' : 'association'
  const isDefault = flow.sourceRef?.default === flow
  return `<path class="${kind}" d="${path(waypoint)}"/>${isDefault ? strike(waypoint) : ''}`
}

/** The name of a flow, event or gateway, where the modeller put it or at its usual place. */
export function drawLabel(shape) {
  const { bpmnElement: element, label, waypoint } = shape
  const writtenInside = !waypoint && !isNamedOutside(element)
  if (!element.name || writtenInside) return ''
  const { x, y, width } = label?.bounds
    ? placed(label.bounds, shape.bounds, element.name)
    : waypoint
      ? besideLongest(waypoint, element.name)
      : below(shape.bounds)
  return textBlock({ text: element.name, x, y, width, size, top: true, className: 'label' })
}

const isNamedOutside = (element) => element.$instanceOf('bpmn:Event') || element.$instanceOf('bpmn:Gateway')
const below = ({ x, y, width, height }) => ({ x: x + width / 2, y: y + height + 4, width: 100 })

/** A label beside its shape grows away from it, for a language may need more room than the modeller gave. */
function placed({ x, y, width }, shape, name) {
  const room = Math.max(width, 90)
  const needed = Math.max(...wrap(name, room, size).map((line) => widthOf(line, size)))
  if (shape && x >= shape.x + shape.width) return { x: x + needed / 2, y, width: room }
  if (shape && x + width <= shape.x) return { x: x + width - needed / 2, y, width: room }
  return { x: x + width / 2, y, width: room }
}
function besideLongest(points, name) {
  const segments = points.slice(1).map((end, index) => [points[index], end])
  const length = ([a, b]) => Math.hypot(b.x - a.x, b.y - a.y)
  const [a, b] = segments.reduce((longest, one) => (length(one) > length(longest) ? one : longest))
  const level = Math.abs(a.y - b.y) < 1
  const width = widthOf(name, size) + 4
  return { x: (a.x + b.x) / 2 + (level ? 0 : width / 2 + 6), y: (a.y + b.y) / 2 - (level ? 18 : 8), width: Math.max(width, 60) }
}

function path(points) {
  const corners = points.slice(1, -1).map((corner, index) => {
    const before = towards(corner, points[index])
    const after = towards(corner, points[index + 2])
    return `L${at(before)}Q${at(corner)} ${at(after)}`
  })
  return `M${at(points[0])}${corners.join('')}L${at(points.at(-1))}`
}

function towards(from, to) {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1
  const step = Math.min(6, length / 2) / length
  return { x: from.x + (to.x - from.x) * step, y: from.y + (to.y - from.y) * step }
}

function strike([start, next]) {
  const length = Math.hypot(next.x - start.x, next.y - start.y) || 1
  const [dx, dy] = [(next.x - start.x) / length, (next.y - start.y) / length]
  const [x, y] = [start.x + dx * 10, start.y + dy * 10]
  return `<path class="strike" d="M${at({ x: x - 5 * dy - 3 * dx, y: y - 5 * dx - 3 * dy })}L${at({ x: x + 5 * dy + 3 * dx, y: y + 5 * dx + 3 * dy })}"/>`
}

const at = ({ x, y }) => `${round(x)} ${round(y)}`
