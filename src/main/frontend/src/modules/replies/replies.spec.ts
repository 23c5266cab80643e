import { describe, expect, it } from 'vitest'
import { canWrite, emptyDraft, grouped, mistakesOf, sentOf, writableScopes, type QuickReply } from './replies'
import { isKnown, piecesOf, unknownIn } from './placeholders'

const reply = (changes: Partial<QuickReply> = {}): QuickReply => ({
  id: 'r1',
  scope: 'PERSONAL',
  owner: 'kf001',
  category: '售后',
  title: '退款',
  shortcut: 'tk',
  body: '您好',
  version: 1,
  updatedBy: 'kf001',
  updatedAt: '2026-11-26T01:00:00Z',
  ...changes,
})
const who = (id: string, department: string | null, ...roles: string[]) =>
  ({ id, roles, department: department ? { id: department, name: department } : null }) as Parameters<typeof canWrite>[1]
const agent = who('kf001', 'ticketing', 'customer_service')
const manager = who('ticketing.manager', 'ticketing', 'manager')
const admin = who('acme.admin', null, 'admin')

describe('who may write quick replies', () => {
  it('is everybody for own ones, managers for those of their department, administrators for all that are shared', () => {
    expect([agent, manager, admin].map(writableScopes)).toEqual([['PERSONAL'], ['PERSONAL', 'DEPARTMENT'], ['PERSONAL', 'DEPARTMENT', 'TENANT']])
    const shared = reply({ scope: 'DEPARTMENT', owner: 'ticketing' })
    expect([agent, manager, admin].map((one) => canWrite(shared, one))).toEqual([false, true, true])
    expect(canWrite({ ...shared, owner: 'vip' }, manager)).toBe(false)
    const companys = reply({ scope: 'TENANT', owner: null })
    expect([agent, manager, admin].map((one) => canWrite(companys, one))).toEqual([false, false, true])
    expect([agent, manager, admin].map((one) => canWrite(reply(), one))).toEqual([true, false, false])
  })
})

describe('a quick reply', () => {
  it('is listed below its category', () => {
    const groups = grouped([reply({ category: '' }), reply({ id: 'r2' }), reply({ id: 'r3' })])
    expect(groups.map(({ category, replies }) => [category, replies.length])).toEqual([['', 1], ['售后', 2]])
  })

  it('is sent without what is blank', () => {
    expect(sentOf({ ...emptyDraft('PERSONAL', ''), title: ' 退款 ', shortcut: ' ', body: ' 您好\n' })).toEqual({ category: '', title: '退款', shortcut: null, body: ' 您好\n' })
  })

  it('says what is wrong with each field', () => {
    const draft = { ...emptyDraft('DEPARTMENT', ''), category: 'x'.repeat(51), title: ' ', shortcut: 'two words', body: '' }
    expect(mistakesOf(draft, true)).toEqual({
      department: 'replies.mistake.department',
      category: 'replies.mistake.long',
      title: 'replies.mistake.blank',
      shortcut: 'replies.mistake.word',
      body: 'replies.mistake.blank',
    })
    expect(mistakesOf({ ...draft, category: '', title: 't', shortcut: '', body: 'b' }, false)).toEqual({})
  })
})

describe('placeholders', () => {
  it('are filled with examples, and what nothing can fill is told', () => {
    const body = '{{ customer.name }}您好{{customer.attributes.订单}}，{{shoe.size}}{{'
    expect(piecesOf(body, (name) => `<${name}>`)).toEqual([
      { kind: 'filled', text: '<customer.name>' },
      { kind: 'text', text: '您好' },
      { kind: 'filled', text: '<customer.attributes.订单>' },
      { kind: 'text', text: '，' },
      { kind: 'unknown', text: '{{shoe.size}}' },
      { kind: 'text', text: '{{' },
    ])
    expect(unknownIn(`${body}{{shoe.size}}{{}}`)).toEqual(['shoe.size', ''])
    expect(isKnown('customer.attributes.')).toBe(false)
    expect(isKnown('__proto__')).toBe(false)
  })
})
