import type { Ack, ClientFrame, Failure } from './frames'

const ANSWER_WITHIN_MS = 15_000

/** A command that the server refused, or did not answer in time (`timeout`), or that could not be sent (`offline`). */
export class CommandRefused extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message)
  }
}

/** Commands that are answered with ACK or ERROR; none is ever sent twice. */
export class Commands {
  private readonly open = new Map<string, { done: (ack: Ack) => void; fail: (error: Error) => void }>()

  constructor(private readonly send: (frame: ClientFrame) => boolean) {}

  give(frame: ClientFrame & { id: string }): Promise<Ack> {
    return new Promise((resolve, reject) => {
      if (!this.send(frame)) return reject(new CommandRefused('offline', 'offline'))
      const end = setTimeout(() => settle(() => reject(new CommandRefused('timeout', 'timeout'))), ANSWER_WITHIN_MS)
      const settle = (then: () => void) => {
        clearTimeout(end)
        this.open.delete(frame.id)
        then()
      }
      this.open.set(frame.id, {
        done: (ack) => settle(() => resolve(ack)),
        fail: (error) => settle(() => reject(error)),
      })
    })
  }

  acknowledged(ack: Ack): void {
    this.open.get(ack.id)?.done(ack)
  }

  failed({ id, code, message }: Failure): void {
    if (id) this.open.get(id)?.fail(new CommandRefused(code, message))
  }

  /** The connection is gone: whether the server acted on a command will show after the next READY. */
  forget(): void {
    for (const command of [...this.open.values()]) command.fail(new CommandRefused('offline', 'offline'))
  }
}
