import { Problem, type Api, type Conversation, type Handoff, type HandoffAnswer } from './api'
import { t } from './texts'
import type { Upload } from './uploads'
import type { Visitor, Visitors } from './visitor'

/** What the customer wants to talk about. */
export interface Request {
  category: string | null
  subject: string
}

/** How the customer can be reached. */
export interface Contact {
  name: string
  phone: string
  email: string
}

/** The customer's REST calls, each with a token that is good now. */
export class Remote {
  constructor(
    private readonly api: Pick<Api, 'call' | 'blob' | 'upload'>,
    private readonly visitors: Pick<Visitors, 'current' | 'doubt'>,
  ) {}

  visitor(): Promise<Visitor> {
    return this.visitors.current()
  }

  doubt(): void {
    this.visitors.doubt()
  }

  /** A second open conversation is the first one. */
  async begin({ category, subject }: Request): Promise<{ visitor: Visitor; conversationId: string }> {
    const body = { ...(subject && { subject }), ...(category && { category }) }
    return this.as(async (visitor) => {
      const answer = await this.api.call<{ conversationId: string }>('POST', '/conversations', visitor.token, body)
      return { visitor, conversationId: answer.conversationId }
    })
  }

  /** The conversation and its handoff; the latter is left out when the server does not tell. */
  async find(id: string): Promise<{ conversation: Conversation; handoff: Handoff | null }> {
    const conversation = await this.call<Conversation>('GET', `/conversations/${id}`)
    const asked = conversation.handoffId ? this.call<Handoff>('GET', `/conversations/${id}/handoff`) : null
    const handoff = asked ? await asked.catch(() => null) : null
    return { conversation, handoff }
  }

  askForPerson(id: string, { category, subject }: Request): Promise<HandoffAnswer> {
    const body = { reason: subject || t('person.reason'), ...(category && { category }) }
    return this.call('POST', `/conversations/${id}/handoff`, body)
  }

  /** Says how the customer can be reached about a ticket, and learns its number. */
  reach(ticketId: string, contact: Contact): Promise<{ number: string }> {
    const given = Object.fromEntries(Object.entries(contact).filter(([, value]) => value !== ''))
    return this.call('POST', `/tickets/${ticketId}/contact`, given)
  }

  leaveQueue(id: string): Promise<void> {
    return this.call('DELETE', `/conversations/${id}/handoff`)
  }

  close(id: string): Promise<void> {
    return this.call('POST', `/conversations/${id}/close`, {})
  }

  rate(id: string, score: number, comment: string): Promise<void> {
    return this.call('POST', `/conversations/${id}/rating`, { score, ...(comment && { comment }) })
  }

  send({ id, conversationId, file }: Upload, told: (share: number) => void, signal: AbortSignal): Promise<unknown> {
    const form = new FormData()
    form.append('id', id)
    form.append('file', file, file.name)
    return this.as(({ token }) => this.api.upload(`/conversations/${conversationId}/files`, token, form, told, signal))
  }

  /** A file of the conversation, or only its small picture. */
  file(id: string, kind: '' | '/thumbnail' = ''): Promise<Blob> {
    return this.as(({ token }) => this.api.blob(`/files/${id}${kind}`, token))
  }

  /** All that was said, as a document. */
  transcript(id: string, format: 'txt' | 'html'): Promise<Blob> {
    return this.as(({ token }) => this.api.blob(`/conversations/${id}/transcript?format=${format}`, token))
  }

  private call<T>(method: string, path: string, body?: unknown): Promise<T> {
    return this.as(({ token }) => this.api.call<T>(method, path, token, body))
  }

  /** A token may end on the way: then once more with a new one. */
  private async as<T>(ask: (visitor: Visitor) => Promise<T>): Promise<T> {
    try {
      return await ask(await this.visitors.current())
    } catch (problem) {
      if (!(problem instanceof Problem) || problem.status !== 401) throw problem
      this.visitors.doubt()
      return ask(await this.visitors.current())
    }
  }
}
