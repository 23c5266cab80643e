import { expect, test } from 'vitest'
import { lintForm } from './forms.mjs'

const form = (change = {}) =>
  JSON.stringify({
    id: 'leave-approve',
    type: 'default',
    schemaVersion: 16,
    executionPlatform: 'Camunda Platform',
    executionPlatformVersion: '7.24.0',
    components: [{ type: 'checkbox', key: 'approved', label: '批准' }],
    ...change,
  })

const withComponents = (...components) => lintForm('leave-approve', form({ components }))

test('accepts a form that Tasklist can show', () => {
  expect(lintForm('leave-approve', form())).toEqual([])
})

test('refuses what is not JSON', () => {
  expect(lintForm('leave-approve', '{')).toEqual(['leave-approve: is not JSON'])
})

test('refuses another id than the name of the file', () => {
  expect(lintForm('leave-request', form())).toEqual(['leave-request: id <leave-approve> is not the stem of the file'])
})

test.each([17, undefined])('refuses schema version %s', (schemaVersion) => {
  expect(lintForm('leave-approve', form({ schemaVersion }))).toEqual([
    'leave-approve: schemaVersion is above 16 or missing',
  ])
})

test('refuses another platform', () => {
  const other = { executionPlatform: 'Camunda Cloud', executionPlatformVersion: '8.8.0' }
  expect(lintForm('leave-approve', form(other))).toEqual([
    'leave-approve: executionPlatform is not Camunda Platform',
    'leave-approve: executionPlatformVersion is not 7.24.0',
  ])
})

test('refuses a component the viewer does not know, within a group as well', () => {
  const file = { type: 'filepicker', key: 'proof', label: '附件' }
  expect(withComponents({ type: 'group', id: 'Group', components: [file] })).toEqual([
    'proof: type <filepicker> is unknown',
  ])
})

test('refuses a key without a label and an input without a key', () => {
  expect(withComponents({ type: 'textarea', key: 'comment' }, { type: 'number', label: '天数' })).toEqual([
    'comment: key has no label',
    'number: input has no key',
  ])
})

test('refuses a key that is used twice', () => {
  const comment = { type: 'textarea', key: 'comment', label: '意见' }
  expect(withComponents(comment, comment)).toEqual(['comment: key is used twice'])
})
