import type { Message, SenderType, Unsent } from '@/shared/socket'
import { FILE, fileOf, type FileNote } from './file'
import type { Upload } from './uploads'

export type Delivery = 'sending' | 'sent' | 'read' | 'failed'

/** One line of the conversation as it is shown. */
export interface Entry {
  key: string
  side: 'mine' | 'theirs' | 'note'
  sender: SenderType
  body: string
  contentType: string
  at: number
  seq: number | null
  delivery: Delivery | null
  /** The server's words and code for a message it refused. */
  refusal: string | null
  refusedFor: string | null
  /** The file that it brings. */
  file: FileNote | null
  /** The file while it is on its way. */
  upload: Upload | null
  /** Begins another day than the line before. */
  newDay: boolean
  /** Goes on what the same side said within a few minutes. */
  follows: boolean
}

const TOGETHER_MS = 3 * 60_000
const NOTES: readonly SenderType[] = ['SYSTEM']

/** What is stored, then what is not yet acknowledged, each once. */
export function entriesOf(stored: readonly Message[], unsent: readonly Unsent[], readSeq: number, uploads: readonly Upload[] = []): Entry[] {
  const ids = new Set(stored.map((message) => message.id))
  const lines = [
    ...stored.map((message) => fromMessage(message, readSeq)),
    ...unsent.filter((message) => !ids.has(message.id)).map(fromUnsent),
    ...uploads.filter((upload) => !ids.has(upload.id)).map(fromUpload),
  ]
  return lines.map((line, i) => {
    const before = lines[i - 1]
    const newDay = !before || new Date(before.at).toDateString() !== new Date(line.at).toDateString()
    const follows = !newDay && before!.side === line.side && line.at - before!.at < TOGETHER_MS
    return { ...line, newDay, follows }
  })
}

const EARLY = 'early-'

/** What was written before there was a conversation; `stuck` is why there will be none without the customer's help. */
export function earlyOf(first: readonly string[], at: number, stuck: { code: string; detail: string } | null): Unsent[] {
  return first.map((body, i) => ({
    id: `${EARLY}${i}`,
    conversationId: '',
    body,
    contentType: 'text/plain',
    at,
    order: i,
    ...(stuck && { refused: stuck.detail || stuck.code }),
  }))
}

/** The place among the early ones, or null for a message that has a conversation. */
export function earlyIndex(id: string): number | null {
  return id.startsWith(EARLY) ? Number(id.slice(EARLY.length)) : null
}

type Line = Omit<Entry, 'newDay' | 'follows'>

function fromMessage(message: Message, readSeq: number): Line {
  const mine = message.senderType === 'CUSTOMER'
  return {
    key: message.id,
    side: mine ? 'mine' : NOTES.includes(message.senderType) ? 'note' : 'theirs',
    sender: message.senderType,
    body: message.body,
    contentType: message.contentType,
    at: Date.parse(message.sentAt),
    seq: message.seq,
    delivery: mine ? (message.seq <= readSeq ? 'read' : 'sent') : null,
    refusal: null,
    refusedFor: null,
    file: fileOf(message.body, message.contentType),
    upload: null,
  }
}

function fromUnsent(message: Unsent): Line {
  return {
    key: message.id,
    side: 'mine',
    sender: 'CUSTOMER',
    body: message.body,
    contentType: message.contentType,
    at: message.at,
    seq: null,
    delivery: message.refused ? 'failed' : 'sending',
    refusal: message.refused ?? null,
    refusedFor: message.refusal ?? null,
    file: null,
    upload: null,
  }
}

function fromUpload(upload: Upload): Line {
  const { id, file, at, state, refusal } = upload
  return {
    key: id,
    side: 'mine',
    sender: 'CUSTOMER',
    body: file.name,
    contentType: FILE,
    at,
    seq: null,
    delivery: state === 'refused' ? 'failed' : state === 'sent' ? 'sent' : 'sending',
    refusal,
    refusedFor: refusal,
    file: { fileId: '', name: file.name, contentType: file.type, size: file.size, thumbnail: file.type.startsWith('image/') },
    // A copy, so that whoever shows it notices each step.
    upload: { ...upload },
  }
}
