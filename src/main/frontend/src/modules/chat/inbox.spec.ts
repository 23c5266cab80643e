import { describe, expect, it } from 'vitest'
import type { Conversation } from '@/shared/api'
import type { Message } from '@/shared/socket'
import { previewOf, waitingSince, withMessage, withoutUnread, withRead } from './inbox'

const conversation = (id: string, lastSeq = 3) =>
  ({ id, lastSeq, unread: 0, state: 'WITH_AGENT', openedAt: '2026-11-22T00:00:00Z', lastMessage: null }) as Conversation
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

  it('knows since when a customer waits', () => {
    const lastMessage = { senderType: 'CUSTOMER' as const, body: '', sentAt: '2026-11-22T02:00:00Z' }
    expect(waitingSince({ ...list[0]!, lastMessage })).toBe('2026-11-22T02:00:00Z')
    expect(waitingSince({ ...list[0]!, lastMessage: { ...lastMessage, senderType: 'AGENT' } })).toBeNull()
    expect(waitingSince({ ...list[0]!, state: 'CLOSED', lastMessage })).toBeNull()
  })

  it('previews text as one quiet line', () => {
    expect(previewOf('**Hello**\n- there')).toBe('Hello - there')
  })
})
