import { uuid } from '@/shared/socket'
import { Problem } from './api'
import { Retry } from './retry'
import { shrunk } from './shrink'

/** A file on its way. */
export interface Upload {
  /** The message's id: the same again is the same message. */
  id: string
  conversationId: string
  file: File
  at: number
  /** How much of it has left, from 0 to 1. */
  progress: number
  state: 'waiting' | 'sending' | 'sent' | 'refused'
  refusal: string | null
}

export interface Way {
  /** The conversation's id, or nothing while there is none. */
  begin(): Promise<string>
  send(upload: Upload, told: (share: number) => void, signal: AbortSignal): Promise<unknown>
  changed(): void
  limits(): { size: number; endings: string[] }
  now(): number
}

/** Sends files one after the other, so that they stay in order; tries again what failed for a passing reason. */
export class Uploads {
  private all: Upload[] = []
  private readonly later = new Retry()
  private running: AbortController | null = null

  constructor(private readonly way: Way) {}

  get list(): readonly Upload[] {
    return this.all
  }

  async add(files: readonly File[]): Promise<void> {
    for (const given of files) {
      const file = await shrunk(given, this.way.limits())
      const refusal = this.refusalOf(file)
      this.all.push({ id: uuid(), conversationId: '', file, at: this.way.now(), progress: 0, state: refusal ? 'refused' : 'waiting', refusal })
    }
    this.way.changed()
    void this.next()
  }

  has(id: string): boolean {
    return this.all.some((upload) => upload.id === id)
  }

  retry(id: string): void {
    const upload = this.all.find((one) => one.id === id)
    if (!upload || this.refusalOf(upload.file)) return
    this.change(upload, { state: 'waiting', refusal: null, progress: 0 })
    void this.next()
  }

  /** Takes it back; what the server has already is there to stay. */
  discard(id: string): void {
    const upload = this.all.find((one) => one.id === id)
    this.all = this.all.filter((one) => one !== upload)
    if (upload?.state === 'sending') this.running?.abort()
    this.way.changed()
  }

  hurry(): void {
    this.later.now()
  }

  clear(): void {
    this.all = []
    this.running?.abort()
    this.later.succeeded()
  }

  private refusalOf(file: File): string | null {
    if (file.size === 0) return 'file_empty'
    return file.size > this.way.limits().size ? 'too_large' : null
  }

  private async next(): Promise<void> {
    const upload = this.all.find((one) => one.state === 'waiting')
    if (this.running || !upload) return
    const running = (this.running = new AbortController())
    this.change(upload, { state: 'sending' })
    try {
      upload.conversationId = await this.way.begin()
      if (!upload.conversationId) throw new Problem(0, 'unreachable')
      if (this.has(upload.id)) await this.way.send(upload, (progress) => this.change(upload, { progress }), running.signal)
      this.change(upload, { state: 'sent', progress: 1 })
      this.later.succeeded()
    } catch (problem) {
      this.failed(upload, problem)
    } finally {
      this.running = null
    }
    if (!this.later.waiting) void this.next()
  }

  private failed(upload: Upload, problem: unknown): void {
    const passing = problem instanceof Problem && problem.passing
    if (passing && this.has(upload.id)) this.later.after(problem, () => void this.next())
    this.change(upload, passing ? { state: 'waiting', progress: 0 } : { state: 'refused', refusal: problem instanceof Problem ? problem.code : '' })
  }

  private change(upload: Upload, to: Partial<Upload>): void {
    Object.assign(upload, to)
    if (this.has(upload.id)) this.way.changed()
  }
}
