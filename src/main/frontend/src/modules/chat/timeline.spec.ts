import { describe, expect, it } from 'vitest'
import type { Message, Unsent } from '@/shared/socket'
import { pendingOf, timelineOf } from './timeline'
import type { Upload } from './uploads'

const ZONE = 'Asia/Shanghai'
const message = (seq: number, sentAt: string, senderType: Message['senderType'] = 'CUSTOMER') =>
  ({ id: `m${seq}`, conversationId: 'c', seq, senderType, senderId: senderType, body: '', contentType: '', sentAt }) as Message
const unsent = (id: string) => ({ id, conversationId: 'c', body: 'x', contentType: '', at: 1 }) as Unsent
const keys = (items: { key: string }[]) => items.map((item) => item.key)

describe('the timeline', () => {
  it('begins each day of the tenant with its date', () => {
    const items = timelineOf([message(1, '2026-11-22T15:59:00Z'), message(2, '2026-11-22T16:01:00Z')], ZONE)
    expect(keys(items)).toEqual(['day-2026-11-22', 'm1', 'day-2026-11-23', 'm2'])
  })

  it('knows days of zones that are not a full hour away', () => {
    const items = timelineOf([message(1, '2026-11-22T18:14:00Z'), message(2, '2026-11-22T18:16:00Z')], 'Asia/Kathmandu')
    expect(keys(items)).toEqual(['day-2026-11-22', 'm1', 'day-2026-11-23', 'm2'])
  })

  it('groups what one sender wrote within three minutes', () => {
    const items = timelineOf(
      [
        message(1, '2026-11-22T01:00:00Z'),
        message(2, '2026-11-22T01:01:00Z'),
        message(3, '2026-11-22T01:02:00Z', 'AGENT'),
        message(4, '2026-11-22T01:30:00Z', 'AGENT'),
      ],
      ZONE,
    )
    expect(items.flatMap((item) => (item.kind === 'message' ? [item.opens] : []))).toEqual([true, false, true, true])
  })

  it('says how much is missing between two messages, until it has come', () => {
    const [first, second, third] = [1, 2, 3].map((seq) => message(seq, '2026-11-22T01:00:00Z'))
    expect(timelineOf([first!, third!], ZONE)).toContainEqual({ kind: 'gap', key: 'gap-3', count: 1 })
    expect(keys(timelineOf([first!, second!, third!], ZONE))).toEqual(['day-2026-11-22', 'm1', 'm2', 'm3'])
  })

  it('shows where what was not read began', () => {
    const items = timelineOf([message(4, '2026-11-22T01:00:00Z'), message(5, '2026-11-22T01:00:01Z')], ZONE, { readSeq: 4 })
    expect(keys(items)).toEqual(['day-2026-11-22', 'm4', 'news', 'm5'])
  })

  it('ends with what is not sent yet, and never shows a message twice', () => {
    const upload = { id: 'f1' } as Upload
    expect(keys(pendingOf([message(1, '2026-11-22T01:00:00Z')], [unsent('m1'), unsent('u1')], [upload]))).toEqual(['u1', 'f1'])
  })

  it('shows a change of hands where it happened, once what was before it is there', () => {
    const move = (id: string, at: string) => ({ id, at, from: null, to: null, note: null })
    const items = timelineOf([message(5, '2026-11-22T01:00:00Z'), message(6, '2026-11-22T01:10:00Z')], ZONE, {
      moves: [move('older', '2026-11-22T00:30:00Z'), move('between', '2026-11-22T01:05:00Z'), move('last', '2026-11-22T01:20:00Z')],
    })
    expect(keys(items)).toEqual(['day-2026-11-22', 'm5', 'between', 'm6', 'last'])
  })

  it('is made of ten thousand messages in a moment', () => {
    const many = Array.from({ length: 10_000 }, (_, i) => message(i + 1, new Date(Date.UTC(2026, 0, 1) + i * 60_000).toISOString()))
    expect(timelineOf(many, ZONE).filter((item) => item.kind === 'message')).toHaveLength(10_000)
  })
})
