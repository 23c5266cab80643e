import { is } from '../model.mjs'

const leastLength = 30

/** A process says whom it serves and which deadlines it keeps. */
export default () => ({
  check(node, reporter) {
    if (!is(node, 'bpmn:Process')) return
    const text = (node.documentation ?? []).map((part) => part.text ?? '').join('').trim()
    if (text.length < leastLength) reporter.report(node.id, 'documentation does not say whom the process serves')
  },
})
