import { describe, expect, it } from 'vitest'
import { hasPlaceholder, insertReply, matching, slashAt, type QuickReply } from './quickReplies'

const reply = (id: string, changes: Partial<QuickReply> = {}): QuickReply => ({ id, scope: 'TENANT', category: '', title: id, shortcut: null, body: '', ...changes })

describe('a slash', () => {
  it('asks for quick replies at the beginning of a line, on Chinese keyboards too', () => {
    expect(slashAt('/tk', 3)).toEqual({ from: 0, query: 'tk' })
    expect(slashAt('、退款', 3)).toEqual({ from: 0, query: '退款' })
    expect(slashAt('您好\n/TK', 6)).toEqual({ from: 3, query: 'tk' })
    expect(slashAt('/tk more', 3)).toEqual({ from: 0, query: 'tk' })
  })

  it('is a slash everywhere else', () => {
    for (const text of ['http://a', '1/2', '和/或', '/ ', '/a b', '苹果、梨']) expect(slashAt(text, text.length), text).toBeNull()
  })
})

describe('quick replies', () => {
  it('are found by shortcut, title, category and text, in this order', () => {
    const all = [reply('body', { body: '退款说明' }), reply('退款进度'), reply('x', { category: '退款' }), reply('short', { shortcut: '退款' })]
    expect(matching(all, '退款').map(({ id }) => id)).toEqual(['short', '退款进度', 'x', 'body'])
    expect(matching(all, '发票')).toEqual([])
  })

  it('are all there without a word, own ones first', () => {
    const all = [reply('a'), reply('b', { scope: 'PERSONAL' })]
    expect(matching(all, '').map(({ id }) => id)).toEqual(['b', 'a'])
  })

  it('take the place of the slash, and what nothing is known for is selected', () => {
    expect(insertReply('您好\n/tk', { from: 3, query: 'tk' }, 6, '订单已退。')).toEqual({ text: '您好\n订单已退。', start: 8, end: 8 })
    const open = insertReply('/tk', { from: 0, query: 'tk' }, 3, '订单 {{customer.attributes.orderNo}} 已退')
    expect(open.text.slice(open.start, open.end)).toBe('{{customer.attributes.orderNo}}')
    expect([hasPlaceholder(open.text), hasPlaceholder('已退 {x}')]).toEqual([true, false])
  })
})
