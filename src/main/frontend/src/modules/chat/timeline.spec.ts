import { describe, expect, it } from 'vitest'
import type { Message, Unsent } from '@/shared/socket'
import { timelineOf } from './timeline'

const message = (seq: number, sentAt: string, senderType: Message['senderType'] = 'CUSTOMER') =>
  ({ id: `m${seq}`, conversationId: 'c', seq, senderType, senderId: senderType, body: '', contentType: '', sentAt }) as Message
const unsent = (id: string) => ({ id, conversationId: 'c', body: 'x', contentType: '', at: 1 }) as Unsent

describe('the timeline', () => {
  it('begins each day of the tenant with its date', () => {
    const items = timelineOf([message(1, '2026-11-22T15:59:00Z'), message(2, '2026-11-22T16:01:00Z')], [], 'Asia/Shanghai')
    expect(items.map((item) => item.key)).toEqual(['day-2026-11-22', 'm1', 'day-2026-11-23', 'm2'])
  })

  it('groups what one sender wrote within three minutes', () => {
    const items = timelineOf(
      [
        message(1, '2026-11-22T01:00:00Z'),
        message(2, '2026-11-22T01:01:00Z'),
        message(3, '2026-11-22T01:02:00Z', 'AGENT'),
        message(4, '2026-11-22T01:30:00Z', 'AGENT'),
      ],
      [],
      'Asia/Shanghai',
    )
    expect(items.flatMap((item) => (item.kind === 'message' ? [item.opens] : []))).toEqual([true, false, true, true])
  })

  it('ends with what is not sent yet, and never shows a message twice', () => {
    const items = timelineOf([message(1, '2026-11-22T01:00:00Z')], [unsent('m1'), unsent('u1')], 'Asia/Shanghai')
    expect(items.map((item) => item.key)).toEqual(['day-2026-11-22', 'm1', 'u1'])
  })

  it('shows a change of hands where it happened, once what was before it is there', () => {
    const move = (id: string, at: string) => ({ id, at, from: null, to: null, note: null })
    const items = timelineOf(
      [message(5, '2026-11-22T01:00:00Z'), message(6, '2026-11-22T01:10:00Z')],
      [unsent('u1')],
      'Asia/Shanghai',
      [move('older', '2026-11-22T00:30:00Z'), move('between', '2026-11-22T01:05:00Z'), move('last', '2026-11-22T01:20:00Z')],
    )
    expect(items.map((item) => item.key)).toEqual(['day-2026-11-22', 'm5', 'between', 'm6', 'last', 'u1'])
  })
})
