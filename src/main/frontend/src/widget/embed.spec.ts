import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { nextTick } from 'vue'
import { embed, type Embedded } from './embed'

const SETTINGS = { tenant: 'acme', server: 'https://baton.test', language: 'zh-CN', theme: 'auto', title: null, accent: null, topics: [], profile: {} } as const
let widget: Embedded

beforeEach(() => {
  localStorage.clear()
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener() {}, removeEventListener() {} }))
  vi.stubGlobal('ResizeObserver', class {
    observe() {}
    disconnect() {}
  })
  Element.prototype.scrollTo = () => {}
  widget = embed({ ...SETTINGS, topics: [] })
})
afterEach(() => {
  widget.remove()
  vi.unstubAllGlobals()
})

const shadow = () => document.querySelector('baton-widget')!.shadowRoot!

describe('embed', () => {
  it('stays out of reach of the page, and asks the server nothing', () => {
    const asked = vi.spyOn(globalThis, 'fetch')
    expect(document.querySelector('.launcher')).toBeNull()
    expect(shadow().querySelector('.launcher')?.getAttribute('aria-expanded')).toBe('false')
    expect(asked).not.toHaveBeenCalled()
  })

  it('opens and closes by the button and by the page, and gives the focus back', async () => {
    widget.open()
    await nextTick()
    expect(shadow().querySelector('[role=dialog]')).not.toBeNull()
    shadow().querySelector<HTMLButtonElement>('.launcher')!.click()
    await nextTick()
    await nextTick()
    expect(shadow().activeElement).toBe(shadow().querySelector('.launcher'))
  })

  it('changes the language when the page does', async () => {
    widget.setLanguage('en')
    await nextTick()
    expect(shadow().querySelector('.launcher')?.getAttribute('aria-label')).toBe('Open customer service chat')
  })

  it('leaves nothing behind', () => {
    widget.remove()
    expect(document.querySelector('baton-widget')).toBeNull()
  })
})
