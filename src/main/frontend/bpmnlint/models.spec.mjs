import { readdir } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { config, rules } from './index.mjs'
import { lintModel } from './models.mjs'

const ns = 'xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"'

test('knows every rule in its folder', async () => {
  const files = await readdir(new URL('rules/', import.meta.url))
  const named = files.filter((file) => !/spec|findings/.test(file)).map((file) => file.replace('.mjs', ''))
  expect(Object.keys(rules).sort()).toEqual(named.sort())
})

test('turns every house rule on', () => {
  expect(Object.keys(rules).every((name) => config.rules[`baton/${name}`] === 'error')).toBe(true)
})

test('applies the house rules and those of bpmnlint, a missing shape included', async () => {
  const xml = `<bpmn:definitions ${ns}><bpmn:process id="vacation"><bpmn:startEvent id="Start"/></bpmn:process></bpmn:definitions>`
  const found = await lintModel('leave', xml)
  expect(found).toContain('vacation: process id is not the stem of its file <leave.bpmn> (baton/process-id)')
  expect(found).toContain('Start: Element is missing bpmndi (no-bpmndi)')
})

test('reports what cannot be read', async () => {
  const found = await lintModel('leave', `<bpmn:definitions ${ns}><bpmn:proces id="leave"/></bpmn:definitions>`)
  expect(found[0]).toMatch(/^leave: unparsable content <bpmn:proces>/)
})

test('reports what is no XML at all', async () => {
  expect(await lintModel('leave', 'nothing')).toEqual([expect.stringMatching(/^leave: .*\(unreadable\)$/s)])
})
