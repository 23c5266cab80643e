import { createApp, type ComponentPublicInstance } from 'vue'
import { BatonClient, deviceId } from '@/shared/socket'
import { Api } from './core/api'
import { Notebook, type Memory } from './core/memory'
import { Remote } from './core/remote'
import { Session } from './core/session'
import { languageOf, type Settings } from './core/settings'
import { openStore, Slot } from './core/store'
import { language } from './core/texts'
import { Visitors, type Visitor } from './core/visitor'
import css from './widget.css?inline'
import Widget from './Widget.vue'

/** What the embedding page may call: `window.baton`. */
export interface Embedded {
  open(): void
  close(): void
  setLanguage(tag: string): void
  remove(): void
}

/** Puts the widget into the page, out of reach of the page's styles. */
export function embed(settings: Settings, page: Document = document): Embedded {
  language.value = settings.language
  const prefix = `baton.widget.${settings.tenant}`
  const store = openStore(() => localStorage)
  const visitorSlot = new Slot<Visitor>(store, `${prefix}.visitor`)
  const memorySlot = new Slot<Memory>(store, `${prefix}.memory`)
  const api = new Api(settings.server, () => language.value)
  const visitors = new Visitors(api, visitorSlot, () => ({
    tenant: settings.tenant,
    page: location.origin + location.pathname,
    attributes: { language: language.value, title: page.title.slice(0, 200) },
    ...settings.profile,
  }))
  const device = deviceId(openStore(() => sessionStorage))
  const connect = (visitorId: string) => {
    const client = new BatonClient({
      address: async () => ({
        url: `${settings.server.replace(/^http/, 'ws')}/ws/customer?device=${device}`,
        protocols: ['baton.v1', `bearer.${(await visitors.current()).token}`],
      }),
      store,
      storePrefix: `${prefix}.unsent.${visitorId}.`,
      senderType: 'CUSTOMER',
    })
    // Each sign of life is a chance to renew the token in time.
    client.on('PONG', () => void visitors.current().catch(() => undefined))
    return client
  }
  const session = new Session(new Remote(api, visitors), new Notebook(memorySlot), connect)

  const host = page.createElement('baton-widget')
  host.dataset.theme = settings.theme
  host.lang = language.value
  if (settings.accent) host.style.setProperty('--baton-accent', settings.accent)
  const shadow = host.attachShadow({ mode: 'open' })
  const style = page.createElement('style')
  style.textContent = css
  const root = page.createElement('div')
  root.className = 'root'
  shadow.append(style, root)
  page.body.append(host)

  const app = createApp(Widget, { session, settings })
  const widget = app.mount(root) as ComponentPublicInstance & Pick<Embedded, 'open' | 'close'>
  const elsewhere = (event: StorageEvent) => {
    if (event.key === visitorSlot.key) visitorSlot.reload()
    if (event.key === memorySlot.key) void session.follow()
  }
  addEventListener('storage', elsewhere)
  void session.resume()

  return {
    open: () => widget.open(),
    close: () => widget.close(),
    setLanguage(tag) {
      language.value = languageOf(tag)
      host.lang = language.value
    },
    remove() {
      removeEventListener('storage', elsewhere)
      session.leave()
      app.unmount()
      host.remove()
    },
  }
}
