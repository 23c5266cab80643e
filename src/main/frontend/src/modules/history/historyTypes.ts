import type { Conversation } from '@/shared/api'
import type { SenderType } from '@/shared/socket'

/** A piece of a message; marks are offsets in UTF-16 units. */
export interface Snippet {
  text: string
  cutBefore: boolean
  cutAfter: boolean
  marks: { start: number; end: number }[]
}

/** A message that was found. */
export interface Hit {
  conversationId: string
  number: string
  customer: string
  seq: number
  sender: { type: SenderType; id: string; name: string }
  sentAt: string
  contentType: string
  snippet: Snippet
}

/** What the list shows: messages when a text is looked for, else conversations. */
export type Found = { kind: 'hit'; key: string; hit: Hit } | { kind: 'talk'; key: string; talk: Conversation }

export interface Piece {
  text: string
  marked: boolean
}

/** The text cut where marks begin and end; marks that touch or lie over each other are one. */
export function piecesOf({ text, marks }: Pick<Snippet, 'text' | 'marks'>): Piece[] {
  const pieces: Piece[] = []
  let at = 0
  for (const { start, end } of [...marks].sort((a, b) => a.start - b.start)) {
    const from = Math.max(at, start)
    if (end <= from) continue
    if (from > at) pieces.push({ text: text.slice(at, from), marked: false })
    const last = pieces.at(-1)
    if (last?.marked) last.text += text.slice(from, end)
    else pieces.push({ text: text.slice(from, end), marked: true })
    at = end
  }
  if (at < text.length) pieces.push({ text: text.slice(at), marked: false })
  return pieces
}
