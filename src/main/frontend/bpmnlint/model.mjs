/** True when the node is of the BPMN or Camunda type, sub-types included. */
export const is = (node, type) => node.$instanceOf?.(type) ?? node.$type === type

/** The event definitions of a node that is no event are an empty list. */
export const definitionsOf = (node) => node.eventDefinitions ?? []

/** The named thing a node belongs to: reports need an id that can be found in the diagram. */
export function ownerOf(node) {
  let owner = node
  while (owner && !(owner.id && is(owner, 'bpmn:FlowElement')) && !is(owner, 'bpmn:Process')) owner = owner.$parent
  return owner ?? node
}

/** `ApproveLeave` becomes `approve-leave`. */
export const kebab = (name) => name.replaceAll(/([a-z0-9])([A-Z])/g, '$1-$2').toLowerCase()

/** The id of the process an element is in. */
export function processOf(node) {
  let process = node
  while (process && !is(process, 'bpmn:Process')) process = process.$parent
  return process?.id ?? ''
}
