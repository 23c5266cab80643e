import { describe, expect, it } from 'vitest'
import { parse, SHAPES } from './parse'
import { contracts } from './testing/contract'

const sent = [...contracts()].filter(([name]) => name.startsWith('server.'))
const message = { id: 'm1', conversationId: 'c1', seq: 1, senderType: 'BOT', body: 'hi', sentAt: '2026-11-22T01:00:00Z' }

describe('reading frames', () => {
  it('knows every frame of the contract, and no other', () => {
    expect(Object.keys(SHAPES).sort()).toEqual(sent.map(([name]) => name.slice('server.'.length)).sort())
  })

  it.each(sent)('relies in %s only on what the contract promises', (name, { required }) => {
    expect(required).toEqual(expect.arrayContaining(Object.keys(SHAPES[name.slice('server.'.length) as keyof typeof SHAPES])))
  })

  it('ignores fields it does not know', () => {
    expect(parse(JSON.stringify({ type: 'TEXT', ...message, mood: 'good' }))).toMatchObject({ type: 'TEXT', seq: 1 })
  })

  it.each([
    ['an unknown type', { type: 'FUTURE' }],
    ['the name of something every object has', { type: 'toString' }],
    ['a message without a number', { type: 'TEXT', ...message, seq: '1' }],
    ['a page with half a message', { type: 'MESSAGES', conversationId: 'c1', messages: [message, { id: 'm2' }], more: false }],
    ['heads that are no numbers', { type: 'PONG', heads: { c1: 'nine' } }],
    ['a greeting without heads', { type: 'READY', userId: 'kf001' }],
  ])('leaves %s alone', (_what, frame) => {
    expect(parse(JSON.stringify(frame))).toBeNull()
  })
})
