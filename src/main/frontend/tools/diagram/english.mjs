const answers = [
  [/^(是|有|批准|同意)/, 'yes'],
  [/^(否|没有|无|不)/, 'no'],
]

/** Ids are English by our rules, names are Chinese: names every element of the diagram after its id. */
export function speakEnglish(definitions) {
  for (const { bpmnElement: element } of definitions.diagrams[0].plane.planeElement) {
    if (element.name) element.name = element.$type === 'bpmn:SequenceFlow' ? answer(element.name) : said(element)
  }
  return definitions
}

const answer = (name) => answers.find(([chinese]) => chinese.test(name))?.[1] ?? ''

function said(element) {
  const words = element.id.match(/[A-Z][a-z0-9]*/g) ?? [element.id]
  const sentence = [words[0], ...words.slice(1).map((word) => word.toLowerCase())].join(' ')
  return /[?？]$/.test(element.name) ? `${sentence}?` : sentence
}
