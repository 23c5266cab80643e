import { is } from '../model.mjs'

/** The process is executable and its id is the stem of its file, which the runner passes as the rule's option. */
export default ({ stem } = {}) => ({
  check(node, reporter) {
    if (!is(node, 'bpmn:Process')) return
    if (!node.isExecutable) reporter.report(node.id, 'process is not executable')
    if (!/^[a-z]+(-[a-z]+)*$/.test(node.id)) reporter.report(node.id, 'process id is not in kebab case')
    if (stem && node.id !== stem) reporter.report(node.id, `process id is not the stem of its file <${stem}.bpmn>`)
  },
})
