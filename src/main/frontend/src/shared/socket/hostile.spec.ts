import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { BatonClient } from './client'
import type { Unsent } from './outbox'
import { Chance } from './testing/chance'
import { MemoryStore } from './testing/fake-socket'
import { HostileServer } from './testing/hostile-server'

const CONVERSATIONS = ['c1', 'c2']
const STEPS = 60
const GROUPS = 10
const ROUNDS = Number(process.env.BATON_HOSTILE_ROUNDS ?? 200) / GROUPS
const HOUR = 3_600_000

/** The store of a browser: what one tab removes, the others are told of. */
class BrowserStore extends MemoryStore {
  override removeItem(key: string): void {
    super.removeItem(key)
    setTimeout(() => dispatchEvent(new StorageEvent('storage', { key, newValue: null })), 10)
  }
}

/** A page of the person: one that shares its store with others is another tab, one with an own store another device. */
class Page {
  private client!: BatonClient
  readonly written: Unsent[] = []
  /** Messages that were refused, and so may come after what was written later. */
  readonly late = new Set<string>()
  readonly discarded = new Set<string>()

  constructor(
    private readonly server: HostileServer,
    private readonly store: MemoryStore,
  ) {
    this.open()
  }

  /** As a reload does it: nothing in memory survives, and the socket dies without a word. */
  open(): void {
    this.client?.stop()
    this.client = new BatonClient({
      address: () => ({ url: 'ws://hostile' }),
      store: this.store,
      storePrefix: 'unsent.',
      senderType: 'AGENT',
      open: this.server.open,
      random: this.server.chance.next,
    })
    for (const id of CONVERSATIONS) this.client.track(id, true)
    this.client.on('changed', () => this.refused().forEach((message) => this.late.add(message.id)))
    this.client.start()
  }

  step(): void {
    const { chance } = this.server
    const conversationId = chance.of(CONVERSATIONS)
    if (chance.percent(35)) this.written.push(this.client.text(conversationId, `${this.written.length}`))
    if (chance.percent(4)) this.open()
    if (chance.percent(10)) this.client.hurry()
    if (chance.percent(10)) this.client.read(conversationId, this.client.track(conversationId).newest)
    if (chance.percent(30)) this.back()
    if (chance.percent(20)) this.refused().forEach((message) => this.discard(message.id))
    this.insist()
  }

  /** Sends again what was refused. */
  insist(): void {
    for (const message of this.refused()) this.client.retry(message.id)
  }

  /** The person takes the conversation over from the other device. */
  back(): void {
    if (this.client.state === 'stopped') this.client.start()
  }

  stop(): void {
    this.client.stop()
  }

  unsent(): Unsent[] {
    return this.client.outbox.list()
  }

  shown(conversationId: string) {
    return this.client.track(conversationId).messages()
  }

  get state() {
    return this.client.state
  }

  private refused(): Unsent[] {
    return this.unsent().filter((message) => message.refused)
  }

  private discard(id: string): void {
    this.discarded.add(id)
    this.client.discard(id)
  }
}

async function play(seed: number) {
  vi.setSystemTime(new Date('2026-11-22T08:00:00Z'))
  const chance = new Chance(seed)
  const server = new HostileServer(chance, CONVERSATIONS)
  const shared = new BrowserStore()
  const pages = [new Page(server, shared), new Page(server, new BrowserStore()), new Page(server, shared)]
  for (let step = 0; step < STEPS; step++) {
    for (const page of pages.slice(0, 2)) page.step()
    if (chance.percent(40)) server.write(chance.of(CONVERSATIONS), `customer ${step}`)
    if (chance.percent(25)) server.attack()
    if (chance.percent(3)) vi.setSystemTime(Date.now() + (chance.next() - 0.5) * 10 * HOUR)
    await vi.advanceTimersByTimeAsync(chance.percent(5) ? chance.upTo(60_000) : chance.upTo(1_500))
  }
  server.peace = true
  for (let minute = 0; minute < 6; minute++) {
    for (const page of pages) {
      page.back()
      page.insist()
    }
    await vi.advanceTimersByTimeAsync(30_000)
  }
  return { server, pages }
}

/** Everything the person may rely on, whatever the server did before it made peace. */
function check(seed: number, { server, pages }: Awaited<ReturnType<typeof play>>): void {
  const why = `seed ${seed}`
  expect(server.breaches, why).toEqual([])
  const discarded = new Set(pages.flatMap((page) => [...page.discarded]))
  const late = new Set(pages.flatMap((page) => [...page.late]))
  const written = pages.flatMap((page) => page.written.map((message) => message.id))
  const stored = CONVERSATIONS.flatMap((id) => server.messages(id))
  const ours = stored.filter((message) => message.senderType === 'AGENT').map((message) => message.id)
  expect(new Set(ours).size, `${why}: nothing is stored twice`).toBe(ours.length)
  expect(ours.filter((id) => !written.includes(id)), `${why}: nothing is invented`).toEqual([])
  expect(written.filter((id) => !ours.includes(id) && !discarded.has(id)), `${why}: nothing is lost`).toEqual([])
  for (const page of pages) {
    expect(page.state, why).toBe('ready')
    expect(page.unsent(), `${why}: nothing is left over`).toEqual([])
    for (const id of CONVERSATIONS) {
      expect(page.shown(id).map((message) => message.id), `${why}: all is shown once, in order`).toEqual(
        server.messages(id).map((message) => message.id),
      )
      const inOrder = (list: readonly { id: string; conversationId: string }[]) =>
        list.filter((one) => one.conversationId === id && !late.has(one.id) && !discarded.has(one.id)).map((one) => one.id)
      const own = new Set(page.written.map((message) => message.id))
      expect(inOrder(server.messages(id).filter((message) => own.has(message.id))), `${why}: in the order of writing`).toEqual(
        inOrder(page.written),
      )
    }
  }
}

describe('against a hostile server', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it.each(Array.from({ length: GROUPS }, (_, group) => [group * ROUNDS + 1, (group + 1) * ROUNDS]))(
    'loses, doubles and invents nothing (seeds %i to %i)',
    async (from, to) => {
      for (let seed = from; seed <= to; seed++) {
        const played = await play(seed)
        check(seed, played)
        for (const page of played.pages) page.stop()
        vi.clearAllTimers()
      }
    },
    60_000,
  )
})
