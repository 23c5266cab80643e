import { expect, test } from 'vitest'
import { textBlock, wrap } from './text.mjs'

test('keeps words whole and breaks between them', () => {
  expect(wrap('Announce leave begun', 76, 12)).toEqual(['Announce', 'leave begun'])
})

test('breaks Chinese anywhere, but not before a closing mark', () => {
  expect(wrap('部门经理审批请假', 48, 12)).toEqual(['部门经理', '审批请假'])
  expect(wrap('被规则拒绝？', 60, 12)).toEqual(['被规则拒绝？'])
})

test('keeps nothing of an empty text', () => {
  expect(wrap('  ', 60, 12)).toEqual([])
})

test('escapes what would end the text', () => {
  expect(textBlock({ text: 'A<B&C', x: 0, y: 0, width: 100, className: 'name' })).toContain('A&lt;B&amp;C')
})
