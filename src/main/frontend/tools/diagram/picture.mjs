import { drawFlow, drawLabel } from './flows.mjs'
import { drawShape, isContainer } from './shapes.mjs'

const margin = 24

const style = `
text{font-family:"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",system-ui,sans-serif;text-anchor:middle;fill:#1f2937}
.title{text-anchor:start;font-weight:600}
.label{fill:#475569;paint-order:stroke;stroke:#fff;stroke-width:3px}
rect,circle,path{fill:#fff;stroke:#334155;stroke-width:1.5}
.page{stroke:none}
.icon *{fill:none;stroke-width:1.2}
.icon .bold{stroke-width:2.6}
.icon .filled,.thrown *{fill:#334155}
.start>circle{stroke:#15803d;fill:#f0fdf4}
.end>circle{stroke:#b91c1c;stroke-width:3;fill:#fef2f2}
.gateway>path{fill:#fffbeb;stroke:#b45309}
.person>rect{fill:#eff6ff;stroke:#2563eb}
.call>rect{stroke-width:3.5}
.scope>rect,.lane>rect{fill:#f8fafc}
.dotted>rect{stroke-dasharray:2 4}
.dashed{stroke-dasharray:4 3}
.flow{fill:none;marker-end:url(#arrow)}
.association{fill:none;stroke-dasharray:2 4}
.strike,.note>path{fill:none}
#arrow path{fill:#334155;stroke:none}`.trim()

/** The first diagram of a model as an SVG text; the same model gives the same text on every machine. */
export function picture({ diagrams }) {
  const elements = diagrams[0].plane.planeElement
  const flows = elements.filter(({ waypoint }) => waypoint)
  const shapes = elements.filter(({ bounds }) => bounds)
  const containers = shapes.filter(isContainer).sort((a, b) => area(b) - area(a))
  const drawing = [
    ...containers.map(drawShape),
    ...flows.map(drawFlow),
    ...shapes.filter((shape) => !isContainer(shape)).sort(boundaryLast).map(drawShape),
    ...elements.map(drawLabel).filter(Boolean),
  ]
  const { x, y, width, height } = frame(elements)
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${x} ${y} ${width} ${height}" width="${width}" height="${height}">`,
    `<style>${style}</style>`,
    '<defs><marker id="arrow" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="8" markerHeight="8" orient="auto"><path d="M0 0 10 5 0 10z"/></marker></defs>',
    `<rect class="page" x="${x}" y="${y}" width="${width}" height="${height}"/>`,
    ...drawing,
    '</svg>',
    '',
  ].join('\n')
}

const area = ({ bounds }) => bounds.width * bounds.height
const boundaryLast = (a, b) => isBoundary(a) - isBoundary(b)
const isBoundary = ({ bpmnElement }) => Number(bpmnElement.$instanceOf('bpmn:BoundaryEvent'))

function frame(elements) {
  const boxes = elements.flatMap(({ bounds, label, waypoint }) => [
    ...(bounds ? [bounds] : []),
    ...(label?.bounds ? [label.bounds] : []),
    ...(waypoint ?? []).map(({ x, y }) => ({ x, y, width: 0, height: 0 })),
  ])
  const left = Math.floor(Math.min(...boxes.map(({ x }) => x)) - margin)
  const top = Math.floor(Math.min(...boxes.map(({ y }) => y)) - margin)
  const right = Math.ceil(Math.max(...boxes.map(({ x, width }) => x + width)) + margin)
  const bottom = Math.ceil(Math.max(...boxes.map(({ y, height }) => y + height)) + margin)
  return { x: left, y: top, width: right - left, height: bottom - top }
}
