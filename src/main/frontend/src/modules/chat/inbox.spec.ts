import { describe, expect, it } from 'vitest'
import type { Conversation } from '@/shared/api'
import type { Message } from '@/shared/socket'
import { FILE_MESSAGE } from '@/shared/socket'
import { nextUnread, previewOf, unreadOf, waitingSince, withMessage, withoutUnread, withRead } from './inbox'

const conversation = (id: string, lastSeq = 3) =>
  ({ id, lastSeq, unread: 0, state: 'WITH_AGENT', agent: { id: 'kf001', name: '陈晓雨' }, openedAt: '2026-11-22T00:00:00Z', waitingSince: null, lastMessage: null }) as Conversation
const message = (conversationId: string, seq: number, senderType = 'CUSTOMER', senderId = 'v1') =>
  ({ conversationId, seq, senderType, senderId, body: 'hi', sentAt: '2026-11-22T01:00:00Z' }) as Message
const self = { id: 'kf001', reading: null as string | null }
const list = [conversation('a'), conversation('b')]

describe('the inbox', () => {
  it('moves the conversation with a new message to the top and counts it', () => {
    const next = withMessage(list, message('b', 4), self)!
    expect(next.map((it) => [it.id, it.unread])).toEqual([['b', 1], ['a', 0]])
  })

  it('does not count what is read as it comes, what we wrote, or what the system says', () => {
    expect(withMessage(list, message('b', 4), { ...self, reading: 'b' })![0]!.unread).toBe(0)
    expect(withMessage(list, message('b', 4, 'AGENT', 'kf001'), self)![0]!.unread).toBe(0)
    expect(withMessage(list, message('b', 4, 'SYSTEM'), self)![0]!.unread).toBe(0)
  })

  it('never goes back when an old message comes late', () => {
    expect(withMessage(list, message('b', 2), self)).toEqual(list)
  })

  it('says when it does not know the conversation', () => {
    expect(withMessage(list, message('z', 1), self)).toBeNull()
  })

  it('forgets the count of what was opened', () => {
    const counted = withMessage(list, message('b', 4), self)!
    expect(withoutUnread(counted, 'b')[0]!.unread).toBe(0)
  })

  it('forgets the count of what was read on another device, and asks when only a part of it was', () => {
    const counted = withMessage(withMessage(list, message('b', 4), self)!, message('b', 5), self)!
    expect(withRead(counted, 'b', 5)![0]!.unread).toBe(0)
    expect(withRead(counted, 'b', 4)).toBeNull()
    expect(withRead(counted, 'a', 1)).toEqual(counted)
    expect(withRead(counted, 'z', 9)).toEqual(counted)
  })

  it('knows since when a customer waits: from the first word without an answer, whatever the system says', () => {
    const at = (seq: number, senderType: string) => ({ ...message('b', seq, senderType), sentAt: `2026-11-22T01:0${seq}:00Z` })
    const asked = withMessage(withMessage(list, at(4, 'CUSTOMER'), self)!, at(5, 'CUSTOMER'), self)!
    expect(waitingSince(asked[0]!)).toBe('2026-11-22T01:04:00Z')
    expect(waitingSince(withMessage(asked, at(6, 'SYSTEM'), self)![0]!)).toBe('2026-11-22T01:04:00Z')
    expect(waitingSince(withMessage(asked, at(6, 'AGENT'), self)![0]!)).toBeNull()
    expect(waitingSince({ ...asked[0]!, state: 'CLOSED' })).toBeNull()
  })

  it('never shows what one wrote, or what is before the eyes, as unread, whatever the server counted so far', () => {
    const last = (senderType: 'AGENT' | 'CUSTOMER') => ({ ...list[0]!, unread: 2, lastMessage: { senderType, body: '', contentType: '', sentAt: '' } })
    expect(unreadOf(last('AGENT'), self)).toBe(0)
    expect(unreadOf(last('CUSTOMER'), { ...self, reading: 'a' })).toBe(0)
    expect(unreadOf(last('CUSTOMER'), self)).toBe(2)
    expect(unreadOf({ ...last('CUSTOMER'), agent: { id: 'kf002', name: '' } }, self)).toBe(0)
  })

  it('goes round to the next one with something unread', () => {
    const some = ['a', 'b', 'c', 'd'].map((id) => ({ ...conversation(id), unread: id === 'b' || id === 'd' ? 1 : 0 }))
    expect([null, 'b', 'c', 'd'].map((open) => nextUnread(some, self, open))).toEqual(['b', 'd', 'd', 'b'])
    expect(nextUnread([some[0]!], self, 'a')).toBeNull()
  })

  it('previews text as one quiet line', () => {
    expect(previewOf('**Hello**\n- there')).toBe('Hello - there')
    expect(previewOf('😀'.repeat(8_000))).toBe('😀'.repeat(120))
    expect(previewOf('<img src=x onerror=alert(1)>')).toBe('<img src=x onerror=alert(1)')
  })

  it('previews a file by its name', () => {
    expect(previewOf(JSON.stringify({ fileId: 'f1', name: '发票.pdf', size: 9 }), FILE_MESSAGE)).toBe('发票.pdf')
  })
})
