import type { Message, Unsent } from '@/shared/socket'
import type { Move } from '@/modules/handoff/transfer'
import { dateIn } from '@/shared/i18n/time'
import type { Upload } from './uploads'

export type TimelineItem =
  | { kind: 'day'; key: string; date: string }
  | { kind: 'message'; key: string; message: Message; opens: boolean }
  | { kind: 'move'; key: string; move: Move }
  | { kind: 'gap'; key: string; count: number }
  | { kind: 'news'; key: string }
  | { kind: 'unsent'; key: string; unsent: Unsent }
  | { kind: 'upload'; key: string; upload: Upload }

export interface Extras {
  moves?: readonly Move[]
  /** What came after this message was not read when the conversation was opened. */
  readSeq?: number
}

const TOGETHER_MS = 3 * 60_000
/** Every zone is a multiple of this away from UTC, so that no day begins within. */
const QUARTER_MS = 15 * 60_000

/**
 * Puts days between messages, changes of hands where they happened, says what is missing between them, and which message
 * opens a group of the same sender.
 */
export function timelineOf(messages: readonly Message[], zone: string, { moves = [], readSeq }: Extras = {}): TimelineItem[] {
  const items: TimelineItem[] = []
  const dayOf = daysIn(zone)
  const open = moves.filter((move) => !messages[0] || Date.parse(move.at) >= Date.parse(messages[0].sentAt))
  const moved = (before: number) => {
    while (open[0] && Date.parse(open[0].at) < before) {
      const move = open.shift()!
      items.push({ kind: 'move', key: move.id, move })
    }
  }
  let last: Message | null = null
  let lastAt = 0
  let day = ''
  for (const message of messages) {
    const at = Date.parse(message.sentAt)
    if (open.length > 0) moved(at)
    const missing = last ? message.seq - last.seq - 1 : 0
    if (missing > 0) items.push({ kind: 'gap', key: `gap-${message.seq}`, count: missing })
    const date = dayOf(at)
    if (date !== day) items.push({ kind: 'day', key: `day-${date}`, date })
    const begins = readSeq !== undefined && last?.seq === readSeq
    if (begins) items.push({ kind: 'news', key: 'news' })
    const together = last !== null && sameSender(last, message) && at - lastAt < TOGETHER_MS
    const opens = date !== day || missing > 0 || begins || !together
    items.push({ kind: 'message', key: message.id, message, opens })
    day = date
    last = message
    lastAt = at
  }
  moved(Infinity)
  return items
}

/** What is not sent yet, each thing once: a message that came back is in the history by then. */
export function pendingOf(messages: readonly Message[], unsent: readonly Unsent[], uploads: readonly Upload[]): TimelineItem[] {
  const known = new Set(messages.slice(-200).map((message) => message.id))
  return [
    ...unsent.map((waiting): TimelineItem => ({ kind: 'unsent', key: waiting.id, unsent: waiting })),
    ...uploads.map((upload): TimelineItem => ({ kind: 'upload', key: upload.id, upload })),
  ].filter((item) => !known.has(item.key))
}

function sameSender(a: Message, b: Message): boolean {
  return a.senderType === b.senderType && a.senderId === b.senderId
}

/** Asking for a date is slow, and ten thousand messages lie on few quarters of an hour. */
function daysIn(zone: string): (at: number) => string {
  const known = new Map<number, string>()
  return (at) => {
    const quarter = Math.floor(at / QUARTER_MS)
    const day = known.get(quarter) ?? dateIn(zone, at)
    known.set(quarter, day)
    return day
  }
}
