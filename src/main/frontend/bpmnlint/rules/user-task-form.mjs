import { is, kebab, processOf } from '../model.mjs'

/** A user task shows the form named after it; every form is the version deployed with the model. */
export default () => ({
  check(node, reporter) {
    if (node.formRef && node.formRefBinding !== 'deployment') {
      reporter.report(node.id, 'form is not bound to the deployment (camunda:formRefBinding)')
    }
    if (!is(node, 'bpmn:UserTask')) return
    if (!node.formRef) {
      reporter.report(node.id, 'user task has no form (camunda:formRef)')
    } else if (!isNamedAfter(node.formRef, node)) {
      reporter.report(node.id, `form <${node.formRef}> is not <${processOf(node)}-${kebab(node.id)}>`)
    }
  },
})

/** `ApproveLeave` of `leave` shows `leave-approve`: the name of the process is not said twice. */
function isNamedAfter(form, task) {
  const process = processOf(task)
  const name = kebab(task.id)
  return [name, name.replace(`-${process}`, ''), name.replace(`-${process.split('-').at(-1)}`, '')].some(
    (verb) => form === `${process}-${verb}`,
  )
}
