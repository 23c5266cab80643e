import { randomUUID } from 'node:crypto'
import { base } from './browser'

export interface GuestMessage {
  seq: number
  senderType: string
  body: string
  contentType: string
}

/** A customer who speaks with Baton by its contract instead of by the widget. */
export class Guest {
  private constructor(
    readonly name: string,
    readonly conversation: string,
    private readonly token: string,
  ) {}

  static async arrive(name: string, tenant = 'acme'): Promise<Guest> {
    const { token } = await ask<{ token: string }>('POST', '/visitors', null, { tenant, name })
    const { conversationId } = await ask<{ conversationId: string }>('POST', '/conversations', token, { subject: name })
    return new Guest(name, conversationId, token)
  }

  write(body: string): Promise<unknown> {
    return ask('POST', `/conversations/${this.conversation}/messages`, this.token, { id: randomUUID(), body })
  }

  askForPerson(reason: string): Promise<unknown> {
    return ask('POST', `/conversations/${this.conversation}/handoff`, this.token, { reason })
  }

  async messages(): Promise<GuestMessage[]> {
    return (await ask<{ items: GuestMessage[] }>('GET', `/conversations/${this.conversation}/messages?limit=200`, this.token)).items
  }

  async sendFile(name: string, type: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    const form = new FormData()
    form.append('id', randomUUID())
    form.append('file', new Blob([bytes], { type }), name)
    await ask('POST', `/conversations/${this.conversation}/files`, this.token, form)
  }

  async file(id: string): Promise<Uint8Array> {
    const answer = await fetch(`${base}/api/v1/files/${id}`, { headers: { Authorization: `Bearer ${this.token}` } })
    if (!answer.ok) throw new Error(`the file is answered with ${answer.status}`)
    return new Uint8Array(await answer.arrayBuffer())
  }
}

async function ask<T>(method: string, path: string, token: string | null, body?: unknown): Promise<T> {
  const headers: Record<string, string> = token ? { Authorization: `Bearer ${token}` } : {}
  const form = body instanceof FormData
  if (body && !form) headers['Content-Type'] = 'application/json'
  const answer = await fetch(`${base}/api/v1${path}`, { method, headers, body: form ? body : body ? JSON.stringify(body) : undefined })
  if (!answer.ok) throw new Error(`${method} ${path} is answered with ${answer.status}: ${await answer.text()}`)
  return (await answer.json()) as T
}
