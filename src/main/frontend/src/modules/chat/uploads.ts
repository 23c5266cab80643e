import { reactive } from 'vue'
import { asProblem } from '@/shared/api'
import { uuid, type Message } from '@/shared/socket'

/** A file on its way into a conversation. */
export interface Upload {
  /** Of the message that will bring it; the same again is the same message. */
  readonly id: string
  readonly conversationId: string
  readonly file: File
  /** What shows the picture while it is only here; empty for other files. */
  readonly preview: string
  share: number
  /** `broken` goes on by itself once there is a connection, `refused` never. */
  state: 'waiting' | 'sending' | 'broken' | 'refused'
  error: unknown
}

export type Send = (upload: Upload, onProgress: (share: number) => void, signal: AbortSignal) => Promise<Message>

const MOST_BYTES = 5 * 1024 * 1024
const AGAIN_S = 5

/** Why a file need not even be tried: the key of its text, or null. */
export function mistakeOf(file: File): string | null {
  if (file.size === 0) return 'chat.file.empty'
  return file.size > MOST_BYTES ? 'chat.file.tooLarge' : null
}

/** Only what every browser shows as a picture, whatever the file calls itself. */
export function previewOf(file: File): string {
  return /^image\/(png|jpeg|gif)$/.test(file.type) ? URL.createObjectURL(file) : ''
}

/** Sends files one after the other per conversation, whichever one is open; each until it is stored, refused or cancelled. */
export class Uploads {
  readonly all = reactive<Upload[]>([])
  private readonly running = new Map<string, { id: string; cut: AbortController }>()

  constructor(
    private readonly send: Send,
    private readonly onSent: (message: Message) => void,
  ) {}

  of(conversationId: string): Upload[] {
    return this.all.filter((upload) => upload.conversationId === conversationId)
  }

  add(conversationId: string, file: File, preview = previewOf(file)): void {
    this.all.push({ id: uuid(), conversationId, file, preview, share: 0, state: 'waiting', error: null })
    this.next(conversationId)
  }

  retry(id: string): void {
    const upload = this.get(id)
    if (!upload || upload.state === 'sending') return
    Object.assign(upload, { state: 'waiting', share: 0, error: null })
    this.next(upload.conversationId)
  }

  /** The connection is back. */
  resume(): void {
    for (const { id, state } of [...this.all]) if (state === 'broken') this.retry(id)
  }

  /** Cancels what is on its way, forgets what was refused. */
  discard(id: string): void {
    const upload = this.get(id)
    if (!upload) return
    const running = this.running.get(upload.conversationId)
    if (running?.id === id) {
      running.cut.abort()
      this.running.delete(upload.conversationId)
    }
    URL.revokeObjectURL(upload.preview)
    this.all.splice(this.all.indexOf(upload), 1)
    this.next(upload.conversationId)
  }

  private get(id: string): Upload | undefined {
    return this.all.find((upload) => upload.id === id)
  }

  private next(conversationId: string): void {
    const upload = this.of(conversationId).find(({ state }) => state === 'waiting')
    if (upload && !this.running.has(conversationId)) void this.begin(upload)
  }

  private async begin(upload: Upload): Promise<void> {
    const cut = new AbortController()
    this.running.set(upload.conversationId, { id: upload.id, cut })
    upload.state = 'sending'
    try {
      this.onSent(await this.send(upload, (share) => (upload.share = share), cut.signal))
      this.running.delete(upload.conversationId)
      this.discard(upload.id)
    } catch (error) {
      if (cut.signal.aborted) return
      this.running.delete(upload.conversationId)
      this.failed(upload, error)
      this.next(upload.conversationId)
    }
  }

  private failed(upload: Upload, error: unknown): void {
    const { status, retryAfterSeconds = AGAIN_S } = asProblem(error)
    const passes = status <= 0 || status === 429 || status >= 500
    Object.assign(upload, { state: passes ? 'broken' : 'refused', error })
    if (status === 429) setTimeout(() => upload.state === 'broken' && this.retry(upload.id), retryAfterSeconds * 1000)
  }
}
