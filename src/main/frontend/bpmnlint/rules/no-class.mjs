import { is, ownerOf } from '../model.mjs'

/** No diagram names a Java class, so the code may be renamed and another engine may run it. */
export default () => ({
  check(node, reporter) {
    if (node.class ?? node.$attrs?.['camunda:class']) {
      reporter.report(ownerOf(node).id, 'names a Java class (camunda:class)')
    }
    if (is(node, 'camunda:Connector')) reporter.report(ownerOf(node).id, 'uses a connector')
  },
})
