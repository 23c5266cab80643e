import { Problem } from './api'
import type { Happening } from './phase'
import type { Contact, Remote, Request } from './remote'
import type { View } from './view'

/** The conversation that a command is about. */
export interface Place {
  readonly view: View
  /** Empty before there is one. */
  conversationId(): string
  begin(): Promise<string>
  happened(happening: Happening): void
  /** Asks the server where the conversation stands. */
  restore(): Promise<void>
  trouble(problem: unknown): void
}

/** What the customer wants done: one thing at a time; what it leads to happens, its failure is shown. */
export class Commands {
  constructor(
    private readonly remote: Remote,
    private readonly place: Place,
  ) {}

  /** Asks for a person. */
  handoff(request: Request): Promise<void> {
    const { place, remote } = this
    return this.ask(async () => {
      const conversationId = await place.begin()
      if (!conversationId) return
      place.happened({ type: 'requested' })
      try {
        place.happened({ type: 'answered', answer: await remote.askForPerson(conversationId, request) })
      } catch (problem) {
        place.happened({ type: 'refused' })
        // Another window was faster: its request is ours too.
        if (problem instanceof Problem && problem.status === 409) return place.restore()
        throw problem
      }
    })
  }

  /** Leaves the queue and keeps the conversation. */
  cancel(): Promise<void> {
    const { phase } = this.place.view
    return this.ask(async (id) => {
      if (phase.name === 'queued') return this.remote.leaveQueue(id).then(() => ({ type: 'cancelled', handoffId: phase.handoffId }))
    })
  }

  /** Says how to be reached about the ticket. */
  reach(contact: Contact): Promise<void> {
    const { phase } = this.place.view
    return this.ask(async () => {
      if (phase.name === 'ticket' && phase.ticketId) return { type: 'reachable', ...(await this.remote.reach(phase.ticketId, contact)) }
    })
  }

  end(): Promise<void> {
    return this.ask((id) => this.remote.close(id).then(() => ({ type: 'closed' })))
  }

  rate(score: number, comment: string): Promise<void> {
    return this.ask((id) => this.remote.rate(id, score, comment).then(() => ({ type: 'rated', score })))
  }

  private async ask(command: (conversationId: string) => Promise<Happening | void>): Promise<void> {
    const { place } = this
    if (place.view.busy) return
    place.view.busy = true
    place.trouble(null)
    try {
      const happening = await command(place.conversationId())
      if (happening) place.happened(happening)
    } catch (problem) {
      place.trouble(problem)
    } finally {
      place.view.busy = false
    }
  }
}
