import type { Conversation } from '@/shared/api'
import { fileOf, type Message } from '@/shared/socket'

/** Who looks at the list, and which conversation is before the eyes. */
export interface Reader {
  id: string
  reading: string | null
}

/** The list after a message came in: text and counters moved on, never back, the newest conversation first. */
export function withMessage(list: readonly Conversation[], message: Message, self: Reader): Conversation[] | null {
  const known = list.find((conversation) => conversation.id === message.conversationId)
  if (!known) return null
  if (message.seq <= known.lastSeq) return [...list]
  const { senderType, body, contentType, sentAt } = message
  const own = senderType === 'AGENT' && message.senderId === self.id
  const counts = !own && senderType !== 'SYSTEM' && self.reading !== known.id
  const unread = own || self.reading === known.id ? 0 : known.unread + (counts ? 1 : 0)
  const next: Conversation = {
    ...known,
    lastSeq: message.seq,
    unread,
    readSeq: unread === 0 ? message.seq : known.readSeq,
    waitingSince: senderType === 'CUSTOMER' ? (known.waitingSince ?? sentAt) : senderType === 'SYSTEM' ? known.waitingSince : null,
    lastMessage: { senderType, body, contentType, sentAt },
  }
  return [next, ...list.filter((conversation) => conversation !== known)]
}

export function withoutUnread(list: readonly Conversation[], id: string): Conversation[] {
  return list.map((conversation) => (conversation.id === id ? { ...conversation, unread: 0, readSeq: conversation.lastSeq } : conversation))
}

/** The list after this person read up to `seq` on another device; `null` when what is left unread has to be asked for. */
export function withRead(list: readonly Conversation[], id: string, seq: number): Conversation[] | null {
  const known = list.find((conversation) => conversation.id === id)
  if (!known || known.unread === 0) return [...list]
  return seq >= known.lastSeq ? withoutUnread(list, id) : null
}

/**
 * How many messages this reader has not seen. The server learns of reading a moment later than it happens: what is
 * before the eyes is read, and who had the last word has read what was before it.
 */
export function unreadOf(conversation: Conversation, self: Reader): number {
  const mine = conversation.agent?.id === self.id
  const answered = conversation.lastMessage?.senderType === 'AGENT'
  return mine && !answered && self.reading !== conversation.id ? conversation.unread : 0
}

/** A conversation as this reader sees it: the very same one unless something else is unread, so that its row is not drawn again. */
export function seen(conversation: Conversation, self: Reader): Conversation {
  const unread = unreadOf(conversation, self)
  return unread === conversation.unread ? conversation : { ...conversation, unread }
}

/** Since when the customer waits for an answer; `null` when nobody waits. */
export function waitingSince(conversation: Conversation): string | null {
  return conversation.state === 'CLOSED' ? null : conversation.waitingSince
}

/** When something last happened in it. */
export function latest(conversation: Conversation): number {
  return Date.parse(conversation.lastMessage?.sentAt ?? conversation.openedAt)
}

/** Which of these is read next: the one after the open one in the list that has something unread, around the end. */
export function nextUnread(list: readonly Conversation[], self: Reader, open: string | null): string | null {
  const at = list.findIndex((conversation) => conversation.id === open)
  const inTurn = [...list.slice(at + 1), ...list.slice(0, Math.max(0, at))]
  return inTurn.find((conversation) => unreadOf(conversation, self) > 0)?.id ?? null
}

/** Text of a message as one quiet line; of a file its name. */
export function previewOf(body: string, contentType = 'text/markdown'): string {
  const file = fileOf({ body, contentType })
  const text = file ? file.name : body.replace(/[*_`>#~]+/g, '')
  // Cutting a character in half would show a stranger.
  return [...text.replace(/\s+/g, ' ').trim().slice(0, 240)].slice(0, 120).join('')
}
