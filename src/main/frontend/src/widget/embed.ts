import { createApp, effectScope, watch, type ComponentPublicInstance } from 'vue'
import { BatonClient, deviceId } from '@/shared/socket'
import type { PageEvents } from './baton'
import { Api } from './core/api'
import { House } from './core/house'
import { contactOf, Identity } from './core/identity'
import { Notebook, type Memory } from './core/memory'
import { placeOf, watchPages } from './core/pages'
import { Remote } from './core/remote'
import { onAccent } from './core/screen'
import { Session } from './core/session'
import { languageOf, type Settings } from './core/settings'
import { raise } from './core/shadow'
import { forget, openStore, Slot } from './core/store'
import { tell } from './core/tell'
import { language, t } from './core/texts'
import { Trail, type Untold } from './core/trail'
import { Visitors, type Visitor } from './core/visitor'
import Widget from './Widget.vue'

/** The widget in the page. */
export interface Embedded {
  open(): void
  close(): void
  toggle(): void
  identify(person: unknown): void
  setAttributes(attributes: unknown): void
  page(page: unknown): void
  event(name: unknown, data: unknown): void
  setLanguage(tag: unknown): void
  setTheme(theme: unknown): void
  /** Leaves the page, and forgets the customer. */
  shutdown(): void
}

type Exposed = ComponentPublicInstance & Pick<Embedded, 'open' | 'close' | 'toggle'>

const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined)
const object = (value: unknown) => (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>

function paint({ style }: HTMLElement, accent: string | null): void {
  if (!accent) return
  style.setProperty('--accent', accent)
  style.setProperty('--on-accent', onAccent(accent))
}

/** Puts the widget into the page, out of reach of the page's styles. */
export function embed(settings: Settings, events: PageEvents, page: Document = document): Embedded {
  language.value = settings.language
  const prefix = `baton.widget.${settings.tenant}.`
  const store = openStore(() => localStorage)
  const ofTab = openStore(() => sessionStorage)
  const visitorSlot = new Slot<Visitor>(store, `${prefix}visitor`)
  const memorySlot = new Slot<Memory>(store, `${prefix}memory`)
  const trailSlot = new Slot<Untold>(ofTab, `${prefix}untold`)
  const notebook = new Notebook(memorySlot)

  const api = new Api(settings.server, () => language.value)
  const house = new House(api, (tag) => new Slot(store, `${prefix}terms.${tag}`), settings)
  const identity = new Identity(settings, memorySlot, page)
  const visitors = new Visitors(api, visitorSlot, () => identity.introduction())
  const trail = new Trail(api, visitors, trailSlot)
  const device = deviceId(ofTab)
  const connect = (visitorId: string) => {
    trail.hurry()
    const client = new BatonClient({
      address: async () => ({
        url: `${settings.server.replace(/^http/, 'ws')}/ws/customer?device=${device}&lang=${language.value}`,
        protocols: ['baton.v1', `bearer.${(await visitors.current()).token}`],
      }),
      store,
      storePrefix: `${prefix}unsent.${visitorId}.`,
      senderType: 'CUSTOMER',
    })
    // Each sign of life is a chance to renew the token in time.
    client.on('PONG', () => void visitors.current().catch(() => undefined))
    return client
  }
  const session = new Session(new Remote(api, visitors), notebook, connect, undefined, () => house.look.files)
  const introduce = (given: typeof notebook.page.answers) => {
    if (given && visitors.known) trail.attributes({ ...(given.name && { name: given.name }), ...contactOf(given.contact) })
  }

  const { host, root } = raise(page)
  const app = createApp(Widget, { session, settings, look: house.look, events, introduce, hurry: () => trail.hurry() })
  const widget = app.mount(root) as Exposed
  let endPages: (() => void) | null = null
  const scope = effectScope()
  scope.run(() => {
    watch([house.look, language], () => {
      host.lang = language.value
      host.dataset.theme = house.look.theme
      host.dataset.side = house.look.side
      paint(host, house.look.accent)
      if (settings.whole) {
        page.documentElement.lang = language.value
        page.title = t('panel.title')
      }
    }, { immediate: true })
    watch(() => session.view.phase.name, () => void identity.settle(visitors, session))
    watch(() => house.look.ready && house.look.pages, (told) => {
      endPages?.()
      endPages = told ? watchPages((url, title) => trail.page(url, title)) : null
    })
    tell(session, notebook, events)
  })
  const elsewhere = (event: StorageEvent) => {
    if (event.key === visitorSlot.key) visitorSlot.reload()
    if (event.key === memorySlot.key) void session.follow()
  }
  addEventListener('storage', elsewhere)

  function leave(): void {
    removeEventListener('storage', elsewhere)
    scope.stop()
    endPages?.()
    trail.leave()
    session.leave()
    app.unmount()
    host.remove()
  }
  async function dress(): Promise<void> {
    if (await house.load(language.value)) return events.emit('ready', undefined)
    console.warn(`baton: there is no tenant ${settings.tenant} at ${settings.server}`) // eslint-disable-line no-console
    leave()
  }

  identity.settle(visitors, session)
  void session.resume()
  void dress()

  return {
    open: () => widget.open(),
    close: () => widget.close(),
    toggle: () => widget.toggle(),
    identify(person) {
      const { externalId, signature, name, attributes } = object(person)
      const profile = { externalId: text(externalId), signature: text(signature), name: text(name) }
      identity.become(Object.fromEntries(Object.entries(profile).filter(([, value]) => value !== undefined)))
      trail.attributes(attributes)
      if (profile.externalId && identity.settle(visitors, session)) void visitors.current().then(() => trail.hurry(), () => undefined)
    },
    setAttributes: (attributes) => trail.attributes(attributes),
    page(given) {
      const { url, title } = object(given)
      trail.page(text(url) ?? placeOf(location), text(title) ?? page.title)
    },
    event: (name, data) => trail.event(name, data),
    setLanguage(tag) {
      const wanted = languageOf(text(tag))
      if (wanted === language.value) return
      language.value = wanted
      void house.load(wanted)
    },
    setTheme: (theme) => house.dress(typeof theme === 'string' ? { theme } : object(theme)),
    shutdown() {
      leave()
      forget([store, ofTab], prefix)
    },
  }
}
