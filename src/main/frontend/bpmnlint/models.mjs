import { createRequire } from 'node:module'
import bpmnlint from 'bpmnlint'
import { BpmnModdle } from 'bpmn-moddle'
import { config, rules } from './index.mjs'

const require = createRequire(import.meta.url)
const camunda = require('camunda-bpmn-moddle/resources/camunda.json')

const resolver = {
  resolveRule: (pkg, name) => (pkg === 'bpmnlint' ? require(`bpmnlint/rules/${name}`) : rules[name]),
  resolveConfig: (pkg, name) => require(`bpmnlint/config/${name}`),
}

/** Reads a BPMN text; what the reader stumbles over comes back as warnings. */
export const read = (xml) => new BpmnModdle({ camunda }).fromXML(xml)

/** All findings on one model as `<element>: <message> (<rule>)`, or only those of the rules given. */
export async function lintModel(stem, xml, only = config) {
  const { rootElement, warnings } = await read(xml).catch((error) => ({ warnings: [error] }))
  const unreadable = warnings.map(({ message }) => `${stem}: ${message} (unreadable)`)
  if (unreadable.length > 0) return unreadable
  const named = { ...only, rules: { ...only.rules } }
  if ('baton/process-id' in named.rules) named.rules['baton/process-id'] = ['error', { stem }]
  const results = await new bpmnlint.Linter({ config: named, resolver }).lint(rootElement)
  return Object.entries(results).flatMap(([rule, reports]) =>
    reports.map(({ id, message }) => `${id}: ${message} (${rule})`),
  )
}
