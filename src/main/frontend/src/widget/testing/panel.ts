import { mount } from '@vue/test-utils'
import { vi } from 'vitest'
import Panel from '../components/Panel.vue'
import { House } from '../core/house'
import { settingsOf } from '../core/settings'
import { openStore, Slot } from '../core/store'
import { FakeServer, openPage } from './server'

vi.stubGlobal('ResizeObserver', class {
  observe() {}
  disconnect() {}
})
Element.prototype.scrollTo = () => {}

vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener() {}, removeEventListener() {} }))

/** The open panel of a page whose script element has these attributes. */
export function openPanel(attributes: Record<string, string> = {}) {
  const script = document.createElement('script')
  script.src = 'https://baton.test/w.js'
  Object.assign(script.dataset, { tenant: 'acme', topics: '[{"category":"vip","zh-CN":"大客户","en":"VIP"}]', ...attributes })
  const page = openPage(new FakeServer())
  const settings = settingsOf(script)!
  const { look } = new House({ call: vi.fn() }, () => new Slot(openStore(() => localStorage), 'terms'), settings)
  const panel = mount(Panel, {
    props: { session: page.session, look, whole: settings.whole, online: true, modal: false },
    attachTo: document.body,
  })
  return { ...page, panel }
}
