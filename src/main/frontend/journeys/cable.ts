import { createServer, connect, type Server, type Socket } from 'node:net'

/** A cable between a browser and Baton that can be cut: then open connections are reset and new ones refused. */
export class Cable {
  private server: Server | null = null
  private readonly ends = new Set<Socket>()
  private port = 0

  private constructor(private readonly target: URL) {}

  static async to(target: string): Promise<Cable> {
    const cable = new Cable(new URL(target))
    await cable.mend()
    return cable
  }

  /** Where Baton is reached through this cable. */
  get url(): string {
    return `${this.target.protocol}//${this.target.hostname}:${this.port}`
  }

  async cut(): Promise<void> {
    const server = this.server
    this.server = null
    const closed = new Promise<void>((resolve) => (server ? server.close(() => resolve()) : resolve()))
    for (const end of this.ends) end.resetAndDestroy()
    await closed
  }

  async mend(): Promise<void> {
    const server = createServer((near) => {
      const far = connect(Number(this.target.port || 80), this.target.hostname)
      for (const [end, other] of [[near, far], [far, near]] as const) {
        this.ends.add(end)
        end.on('error', () => other.destroy())
        end.on('close', () => (this.ends.delete(end), other.destroy()))
        end.pipe(other)
      }
    })
    await new Promise<void>((resolve, reject) => server.on('error', reject).listen(this.port, this.target.hostname, resolve))
    this.port = (server.address() as { port: number }).port
    this.server = server
  }
}
