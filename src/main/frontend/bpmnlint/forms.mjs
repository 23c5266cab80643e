/** What form-js 1.8.7 shows, the viewer of Tasklist 7.24. */
const inputs = 'textfield textarea number checkbox checklist radio select taglist datetime'.split(' ')
const shown = 'text html image iframe table expression group dynamiclist separator spacer button'.split(' ')
const newestSchema = 16
const platform = { executionPlatform: 'Camunda Platform', executionPlatformVersion: '7.24.0' }

/** All findings on one form: Tasklist must be able to show it, and a person to read it. */
export function lintForm(stem, json) {
  const form = parse(json)
  if (!form) return [`${stem}: is not JSON`]
  const components = flatten(form.components ?? [])
  return [...headFindings(stem, form), ...components.flatMap(componentFindings), ...twiceUsed(components)]
}

function parse(json) {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

function headFindings(stem, form) {
  const findings = []
  if (form.id !== stem) findings.push(`${stem}: id <${form.id}> is not the stem of the file`)
  if (form.type !== 'default') findings.push(`${stem}: type is not default`)
  if (!(form.schemaVersion <= newestSchema)) findings.push(`${stem}: schemaVersion is above ${newestSchema} or missing`)
  for (const [key, value] of Object.entries(platform)) {
    if (form[key] !== value) findings.push(`${stem}: ${key} is not ${value}`)
  }
  return findings
}

const flatten = (components) => components.flatMap((one) => [one, ...flatten(one.components ?? [])])

function componentFindings(component) {
  const name = component.key ?? component.path ?? component.id ?? component.type
  const findings = []
  if (![...inputs, ...shown].includes(component.type)) findings.push(`${name}: type <${component.type}> is unknown`)
  if (inputs.includes(component.type) && !component.key) findings.push(`${name}: input has no key`)
  if (inputs.includes(component.type) && !component.label?.trim()) findings.push(`${name}: key has no label`)
  return findings
}

function twiceUsed(components) {
  const keys = components.filter(({ type }) => inputs.includes(type)).map(({ key }) => key)
  const twice = keys.filter((key, index) => key && keys.indexOf(key) !== index)
  return [...new Set(twice)].map((key) => `${key}: key is used twice`)
}
