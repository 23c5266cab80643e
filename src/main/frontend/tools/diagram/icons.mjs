/** Pictures inside events, 20 × 20 around the origin; what is thrown is filled. */
const events = {
  'bpmn:TimerEventDefinition': '<circle r="9"/><path d="M0-5.5V0l4 2.5"/>',
  'bpmn:MessageEventDefinition': '<path d="M-8-5.5H8v11H-8zM-8-5.5 0 1l8-6.5"/>',
  'bpmn:ErrorEventDefinition': '<path d="m-7 7 3.5-13L2 1 6-7 3 6-2.5-.5z"/>',
  'bpmn:EscalationEventDefinition': '<path d="m0-8 6 15-6-6-6 6z"/>',
  'bpmn:SignalEventDefinition': '<path d="m0-8 8 13H-8z"/>',
  'bpmn:ConditionalEventDefinition': '<path d="M-6-8H6V8H-6zM-4-4H4M-4 0H4M-4 4H4"/>',
  'bpmn:CompensateEventDefinition': '<path d="M0-6v12l-8-6zM8-6v12L0 0z"/>',
  'bpmn:LinkEventDefinition': '<path d="M-8-3h9v-4l7 7-7 7V3h-9z"/>',
  'bpmn:TerminateEventDefinition': '<circle class="filled" r="9"/>',
}

/** Pictures in the corner of a task, 16 × 16 around the origin. */
const tasks = {
  'bpmn:UserTask': '<circle cy="-3.5" r="3.5"/><path d="M-7 8c0-6 3-7.5 7-7.5s7 1.5 7 7.5z"/>',
  'bpmn:ServiceTask':
    '<circle r="2.5"/><circle r="5"/><path d="M0-5v-3M0 5v3M-5 0h-3M5 0h3M3.5-3.5l2.200-2.200M-3.5 3.5l-2.200 2.200M3.5 3.5l2.200 2.200M-3.5-3.5l-2.200-2.200"/>',
  'bpmn:BusinessRuleTask': '<path d="M-7-6H7V6H-7zM-7-2H7M-7 2H7M-3-2V6"/>',
  'bpmn:SendTask': '<path class="filled" d="M-7-5H7V5H-7z"/>',
  'bpmn:ReceiveTask': '<path d="M-7-5H7V5H-7zM-7-5 0 1l7-6"/>',
}

const gateways = {
  'bpmn:ExclusiveGateway': '<path class="bold" d="m-7-7 14 14M7-7-7 7"/>',
  'bpmn:ParallelGateway': '<path class="bold" d="M0-10V10M-10 0H10"/>',
  'bpmn:InclusiveGateway': '<circle class="bold" r="9"/>',
  'bpmn:EventBasedGateway': '<circle r="13"/><circle r="10.5"/><path d="m0-6 6 4-2.5 7h-7L-6-2z"/>',
}

const at = (x, y, drawing, className = 'icon') =>
  drawing ? `<g class="${className}" transform="translate(${x} ${y})">${drawing}</g>` : ''

export const eventIcon = (type, x, y, thrown) => at(x, y, events[type], thrown ? 'icon thrown' : 'icon')
export const taskIcon = (type, x, y) => at(x, y, tasks[type])
export const gatewayIcon = (type, x, y) => at(x, y, gateways[type])
