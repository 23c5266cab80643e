import { embed, type Embedded } from './embed'
import { Events } from '@/shared/socket/events'
import type { Settings } from './core/settings'

/** What happens in the widget, for the page. */
export interface BatonEvents {
  ready: undefined
  opened: undefined
  closed: undefined
  /** How many messages the customer has not seen. */
  unread: number
  /** Somebody wrote to the customer. */
  message: { id: string; from: 'agent' | 'bot' | 'system'; text: string; at: string }
}

/** The events of the page; what was told before somebody listened is told again when that is still so. */
export class PageEvents extends Events<BatonEvents> {
  private ready = false

  override on<K extends keyof BatonEvents>(event: K, listener: (event: BatonEvents[K]) => void): () => void {
    if (event === 'ready' && this.ready) queueMicrotask(() => listener(undefined as BatonEvents[K]))
    return super.on(event, listener)
  }

  override emit<K extends keyof BatonEvents>(event: K, value: BatonEvents[K]): void {
    if (event === 'ready') this.ready = true
    super.emit(event, value)
  }
}

type Listener = (event: never) => void
export type Call = ArrayLike<unknown>

/** What the page may call: `window.baton`. Nothing of it throws, whatever it is given. */
export interface Baton {
  open(): void
  close(): void
  toggle(): void
  identify(person: unknown): void
  setAttributes(attributes: unknown): void
  page(page?: unknown): void
  event(name: unknown, data?: unknown): void
  on(event: keyof BatonEvents, listener: Listener): void
  off(event: keyof BatonEvents, listener: Listener): void
  setLanguage(tag: unknown): void
  setTheme(theme: unknown): void
  shutdown(): void
  /** The same as a call, as an array of the name and what is given: works before the script has come as well. */
  push(...calls: Call[]): void
}

/** Makes the widget callable, and does what was called before it came. */
export function publish(settings: Settings, early: readonly Call[] = []): Baton {
  const events = new PageEvents()
  const ends = new Map<Listener, Map<string, () => void>>()
  let widget: Embedded | null = embed(settings, events)
  /** After a shutdown the widget comes back when it is needed. */
  const here = () => (widget ??= embed(settings, events))

  const baton: Baton = {
    open: () => here().open(),
    close: () => widget?.close(),
    toggle: () => here().toggle(),
    identify: (person) => here().identify(person),
    setAttributes: (attributes) => widget?.setAttributes(attributes),
    page: (page) => widget?.page(page),
    event: (name, data) => widget?.event(name, data),
    on(event, listener) {
      if (typeof listener !== 'function') return
      baton.off(event, listener)
      const mine = ends.get(listener) ?? new Map<string, () => void>()
      ends.set(listener, mine.set(event, events.on(event, listener as (event: unknown) => void)))
    },
    off(event, listener) {
      ends.get(listener)?.get(event)?.()
    },
    setLanguage: (tag) => widget?.setLanguage(tag),
    setTheme: (theme) => widget?.setTheme(theme),
    shutdown() {
      widget?.shutdown()
      widget = null
      settings.profile = {}
    },
    push(...calls) {
      for (const call of calls) {
        const [name, ...given] = Array.from(call ?? [])
        const method = Object.hasOwn(baton, String(name)) ? baton[name as keyof Baton] : null
        ;(method as ((...given: unknown[]) => void) | null)?.(...given)
      }
    },
  }
  baton.push(...early)
  return baton
}
