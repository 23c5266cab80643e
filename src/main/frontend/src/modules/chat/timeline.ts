import type { Message, Unsent } from '@/shared/socket'
import { dateIn } from '@/shared/i18n/time'

export type TimelineItem =
  | { kind: 'day'; key: string; date: string }
  | { kind: 'message'; key: string; message: Message; opens: boolean }
  | { kind: 'unsent'; key: string; unsent: Unsent }

const TOGETHER_MS = 3 * 60_000

/** Puts days between messages, and says which message opens a group of the same sender. */
export function timelineOf(messages: readonly Message[], unsent: readonly Unsent[], zone: string): TimelineItem[] {
  const items: TimelineItem[] = []
  let last: Message | null = null
  let day = ''
  for (const message of messages) {
    const date = dateIn(zone, message.sentAt)
    if (date !== day) items.push({ kind: 'day', key: `day-${date}`, date })
    const opens: boolean = date !== day || last === null || !together(last, message)
    items.push({ kind: 'message', key: message.id, message, opens })
    day = date
    last = message
  }
  const known = new Set(messages.map((message) => message.id))
  for (const waiting of unsent) {
    if (!known.has(waiting.id)) items.push({ kind: 'unsent', key: waiting.id, unsent: waiting })
  }
  return items
}

function together(a: Message, b: Message): boolean {
  const sameSender = a.senderType === b.senderType && a.senderId === b.senderId
  return sameSender && Date.parse(b.sentAt) - Date.parse(a.sentAt) < TOGETHER_MS
}
