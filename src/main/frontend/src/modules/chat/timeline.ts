import type { Message, Unsent } from '@/shared/socket'
import type { Move } from '@/modules/handoff/transfer'
import { dateIn } from '@/shared/i18n/time'

export type TimelineItem =
  | { kind: 'day'; key: string; date: string }
  | { kind: 'message'; key: string; message: Message; opens: boolean }
  | { kind: 'move'; key: string; move: Move }
  | { kind: 'unsent'; key: string; unsent: Unsent }

const TOGETHER_MS = 3 * 60_000

/**
 * Puts days between messages, changes of hands where they happened, and says which message opens a group of the same sender.
 */
export function timelineOf(
  messages: readonly Message[],
  unsent: readonly Unsent[],
  zone: string,
  moves: readonly Move[] = [],
): TimelineItem[] {
  const items: TimelineItem[] = []
  const first = messages[0] ? Date.parse(messages[0].sentAt) : -Infinity
  const open = moves.filter((move) => Date.parse(move.at) >= first)
  const moved = (before: number) => {
    while (open[0] && Date.parse(open[0].at) < before) {
      const move = open.shift()!
      items.push({ kind: 'move', key: move.id, move })
    }
  }
  let last: Message | null = null
  let day = ''
  for (const message of messages) {
    moved(Date.parse(message.sentAt))
    const date = dateIn(zone, message.sentAt)
    if (date !== day) items.push({ kind: 'day', key: `day-${date}`, date })
    const opens: boolean = date !== day || last === null || !together(last, message)
    items.push({ kind: 'message', key: message.id, message, opens })
    day = date
    last = message
  }
  moved(Infinity)
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
