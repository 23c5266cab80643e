import { Problem, type Api } from './api'
import { Retry } from './retry'
import type { Slot } from './store'
import type { Visitors } from './visitor'

export type Value = string | number | boolean | null
export type Values = Record<string, Value>

export interface Page {
  url: string
  title: string
  at: string
}

export interface Happened {
  name: string
  data: Values
}

/** What is still to be told about the customer. */
export interface Untold {
  attributes: Values
  pages: Page[]
  events: Happened[]
}

const NOTHING: Untold = { attributes: {}, pages: [], events: [] }
const KEY = /^[A-Za-z0-9_.-]{1,64}$/
const LONGEST = 500
const LONGEST_URL = 2_000
const LONGEST_TITLE = 200
const MOST_ATTRIBUTES = 50
const MOST_PAGES = 20
const MOST_EVENTS = 50
const MOST_DATA = 20

/** Keeps what is well-formed: flat values under plain names. */
export function valuesOf(given: unknown, most = MOST_ATTRIBUTES): Values {
  if (typeof given !== 'object' || given === null) return {}
  const known = Object.entries(given).flatMap(([key, value]): Array<[string, Value]> => {
    const fits = value === null || ['string', 'number', 'boolean'].includes(typeof value)
    if (!KEY.test(key) || !fits || (typeof value === 'number' && !Number.isFinite(value))) return []
    return [[key, typeof value === 'string' ? value.slice(0, LONGEST) : (value as Value)]]
  })
  return Object.fromEntries(known.slice(-most))
}

/**
 * Tells the server of attributes, visited pages and events, once there is a visitor: who never talks is never told of. It
 * never asks for a visitor, never shows a failure and never holds anything up; what the server refuses is forgotten.
 */
export class Trail {
  private readonly later = new Retry()
  private telling: Promise<void> | null = null

  constructor(
    private readonly api: Pick<Api, 'call'>,
    private readonly visitors: Pick<Visitors, 'known' | 'current'>,
    private readonly slot: Slot<Untold>,
    private readonly now: () => number = Date.now,
  ) {}

  attributes(given: unknown): void {
    const all = Object.entries({ ...this.untold.attributes, ...valuesOf(given) })
    this.note({ attributes: Object.fromEntries(all.slice(-MOST_ATTRIBUTES)) })
  }

  page(url: string, title: string): void {
    const { pages } = this.untold
    if (pages.at(-1)?.url === url) return
    const page = { url: url.slice(0, LONGEST_URL), title: title.slice(0, LONGEST_TITLE), at: new Date(this.now()).toISOString() }
    this.note({ pages: [...pages, page].slice(-MOST_PAGES) })
  }

  event(name: unknown, data: unknown): void {
    if (typeof name !== 'string' || !KEY.test(name)) return
    this.note({ events: [...this.untold.events, { name, data: valuesOf(data, MOST_DATA) }].slice(-MOST_EVENTS) })
  }

  /** There is a visitor now, or the network is back. */
  hurry(): void {
    if (this.later.waiting) this.later.now()
    else void this.tell()
  }

  leave(): void {
    this.later.succeeded()
  }

  private get untold(): Untold {
    return { ...NOTHING, ...this.slot.read() }
  }

  private note(part: Partial<Untold>): void {
    this.slot.write({ ...this.untold, ...part })
    if (!this.later.waiting) void this.tell()
  }

  /** One thing after the other, never two at a time. */
  private tell(): Promise<void> {
    return (this.telling ??= this.all().finally(() => (this.telling = null)))
  }

  private async all(): Promise<void> {
    await Promise.resolve()
    while (this.visitors.known) {
      const { attributes, pages, events } = this.untold
      const event = events[0]
      if (Object.keys(attributes).length > 0) {
        if (!(await this.told('PUT', '/visitors/attributes', { attributes }))) return
        this.slot.write({ ...this.untold, attributes: changedSince(attributes, this.untold.attributes) })
      } else if (pages.length > 0) {
        if (!(await this.told('POST', '/visitors/pages', { pages }))) return
        this.slot.write({ ...this.untold, pages: this.untold.pages.filter((page) => !pages.includes(page)) })
      } else if (event) {
        if (!(await this.told('POST', '/visitors/events', event))) return
        this.slot.write({ ...this.untold, events: this.untold.events.filter((one) => one !== event) })
      } else return
    }
  }

  /** False when it is to be tried again later. A refused token is the chat's business, not that of the trail. */
  private async told(method: string, path: string, body: unknown): Promise<boolean> {
    try {
      const { token } = await this.visitors.current()
      await this.api.call(method, path, token, body)
    } catch (problem) {
      if (problem instanceof Problem && problem.passing) {
        this.later.after(problem, () => void this.tell())
        return false
      }
    }
    this.later.succeeded()
    return true
  }
}

function changedSince(before: Values, now: Values): Values {
  return Object.fromEntries(Object.entries(now).filter(([key, value]) => before[key] !== value))
}
