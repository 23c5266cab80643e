import { is, ownerOf } from '../model.mjs'

/** Expressions read and compare variables; they call nothing. */
export default () => ({
  check(node, reporter) {
    if (is(node, 'bpmn:Documentation')) return
    for (const text of textsOf(node)) {
      if (/[$#]\{[^}]*\(/.test(text)) reporter.report(ownerOf(node).id, `expression <${text}> calls code`)
    }
  },
})

function textsOf(node) {
  const own = (node.$descriptor?.properties ?? []).map((property) => node[property.name])
  return [...own, ...Object.values(node.$attrs ?? {}), node.$body].filter((value) => typeof value === 'string')
}
