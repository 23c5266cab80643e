import type { Conversation } from '@/shared/api'
import type { Message } from '@/shared/socket'

/** The list after a message came in: text and counters moved on, never back, the newest conversation first. */
export function withMessage(
  list: readonly Conversation[],
  message: Message,
  self: { id: string; reading: string | null },
): Conversation[] | null {
  const known = list.find((conversation) => conversation.id === message.conversationId)
  if (!known) return null
  if (message.seq <= known.lastSeq) return [...list]
  const own = message.senderType === 'AGENT' && message.senderId === self.id
  const counts = !own && message.senderType !== 'SYSTEM' && self.reading !== known.id
  const next: Conversation = {
    ...known,
    lastSeq: message.seq,
    unread: own || self.reading === known.id ? 0 : known.unread + (counts ? 1 : 0),
    lastMessage: { senderType: message.senderType, body: message.body, sentAt: message.sentAt },
  }
  return [next, ...list.filter((conversation) => conversation !== known)]
}

export function withoutUnread(list: readonly Conversation[], id: string): Conversation[] {
  return list.map((conversation) => (conversation.id === id ? { ...conversation, unread: 0 } : conversation))
}

/** The list after this person read up to `seq` on another device; `null` when what is left unread has to be asked for. */
export function withRead(list: readonly Conversation[], id: string, seq: number): Conversation[] | null {
  const known = list.find((conversation) => conversation.id === id)
  if (!known || known.unread === 0) return [...list]
  return seq >= known.lastSeq ? withoutUnread(list, id) : null
}

/** Since when the customer waits for an answer; `null` when the last word was ours. */
export function waitingSince(conversation: Conversation): string | null {
  if (conversation.state === 'CLOSED') return null
  if (conversation.lastMessage && conversation.lastMessage.senderType !== 'CUSTOMER') return null
  return conversation.lastMessage?.sentAt ?? conversation.openedAt
}

/** When something last happened in it. */
export function latest(conversation: Conversation): number {
  return Date.parse(conversation.lastMessage?.sentAt ?? conversation.openedAt)
}

/** Text of a message as one quiet line. */
export function previewOf(body: string): string {
  return body.replace(/[*_`>#~]+/g, '').replace(/\s+/g, ' ').trim().slice(0, 120)
}
