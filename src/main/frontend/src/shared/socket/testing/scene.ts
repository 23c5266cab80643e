import { vi } from 'vitest'
import { BatonClient } from '../client'
import type { Message } from '../frames'
import { FakeSocket, MemoryStore } from './fake-socket'

export const C = 'c1'

export const message = (seq: number, conversationId = C): Message => ({
  id: `m${seq}`,
  conversationId,
  seq,
  senderType: 'CUSTOMER',
  senderId: 'v1',
  body: `text ${seq}`,
  contentType: 'text/plain',
  sentAt: '2026-11-22T01:00:00Z',
})

export const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => message(from + i))

/** Lets all happen that needs no time. */
export const settled = () => vi.advanceTimersByTimeAsync(0)

/** A client on a fake socket, in fake time. */
export class Scene {
  readonly store = new MemoryStore()
  readonly client: BatonClient

  private constructor() {
    this.client = this.make()
  }

  static async begin(): Promise<Scene> {
    vi.useFakeTimers()
    FakeSocket.all = []
    const scene = new Scene()
    await settled()
    return scene
  }

  /** Another page with the same store. */
  make(): BatonClient {
    const made = new BatonClient({
      address: () => ({ url: 'ws://baton/ws/agent' }),
      store: this.store,
      storePrefix: 'unsent.',
      senderType: 'AGENT',
      open: () => new FakeSocket() as unknown as WebSocket,
      random: () => 0,
    })
    made.start()
    return made
  }

  seqs(): number[] {
    return this.client.track(C).messages().map((one) => one.seq)
  }

  async reconnect(heads: Record<string, number> = {}): Promise<FakeSocket> {
    FakeSocket.last.cut(1001)
    await vi.advanceTimersByTimeAsync(1_000)
    return FakeSocket.last.ready(heads)
  }
}
