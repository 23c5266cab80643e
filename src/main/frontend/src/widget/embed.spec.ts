import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { nextTick } from 'vue'
import { publish, type Baton, type Call } from './baton'
import type { Settings } from './core/settings'
import { words } from './core/texts'

const SETTINGS: Settings = { tenant: 'acme', server: 'https://baton.test', language: 'zh-CN', theme: null, side: null, title: null, accent: null, topics: null, form: null, pages: true, whole: false, profile: {} }
const issued = (visitorId: string) => ({ visitorId, token: `token-${visitorId}`, expiresAt: new Date(Date.now() + 3_600_000).toISOString() })
let answers: Record<string, () => Response>
let baton: Baton

const json = (body: unknown, status = 200) => () => new Response(JSON.stringify(body), { status })
const asked = () => vi.mocked(fetch).mock.calls.map(([url, init]) => `${init!.method} ${String(url).replace('https://baton.test/api/v1', '')}`)
const bodies = (path: string) => vi.mocked(fetch).mock.calls.filter(([url]) => String(url).endsWith(path)).map(([, init]) => JSON.parse(String(init!.body)) as Record<string, unknown>)

beforeEach(() => {
  localStorage.clear()
  sessionStorage.clear()
  let visitors = 0
  answers = {
    'GET /widget': json({}),
    'POST /visitors': () => json(issued(`v${++visitors}`), 201)(),
    'POST /conversations': json({ conversationId: 'c1' }, 201),
    'PUT /visitors/attributes': () => new Response(null, { status: 204 }),
  }
  vi.stubGlobal('fetch', vi.fn(async (url: string, init: RequestInit) => {
    const path = url.replace('https://baton.test/api/v1', '').replace(/\?.*/, '')
    return answers[`${init.method} ${path}`]?.() ?? new Response(null, { status: 204 })
  }))
  vi.stubGlobal('WebSocket', class { close() {} })
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener() {}, removeEventListener() {} }))
  vi.stubGlobal('ResizeObserver', class {
    observe() {}
    disconnect() {}
  })
  Element.prototype.scrollTo = () => {}
})
afterEach(() => {
  baton.shutdown()
  words.value = {}
  vi.unstubAllGlobals()
})

const host = () => document.querySelector<HTMLElement>('baton-widget')
const shadow = () => host()!.shadowRoot!
const launcher = () => shadow().querySelector<HTMLButtonElement>('.launcher')

async function start(own: Partial<Settings> = {}, early: Call[] = []) {
  baton = publish({ ...SETTINGS, ...own }, early)
  await vi.waitFor(() => expect(launcher() ?? shadow().querySelector('.panel')).not.toBeNull())
}
async function write(text: string) {
  const field = shadow().querySelector('textarea')!
  field.value = text
  field.dispatchEvent(new Event('input'))
  field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }))
  await vi.waitFor(() => expect(shadow().querySelector('.bubble')?.textContent).toContain(text))
}

describe('the widget in a page', () => {
  it('stays out of reach of the page, and asks the server only how to look', async () => {
    await start()
    expect(document.querySelector('.launcher')).toBeNull()
    expect(launcher()!.getAttribute('aria-expanded')).toBe('false')
    expect(asked()).toEqual(['GET /widget?tenant=acme&lang=zh-CN'])
    expect(vi.mocked(fetch).mock.calls.every(([, init]) => init!.credentials === 'omit')).toBe(true)
  })

  it('opens and closes by the button and by the page, and gives the focus back', async () => {
    await start()
    baton.open()
    await nextTick()
    expect(shadow().querySelector('[role=dialog]')).not.toBeNull()
    launcher()!.click()
    await vi.waitFor(() => expect(shadow().activeElement).toBe(launcher()))
    baton.toggle()
    await nextTick()
    expect(launcher()!.getAttribute('aria-expanded')).toBe('true')
  })

  it('lets no key out that was typed into it', async () => {
    await start({}, [['open']])
    const heard = vi.fn()
    document.addEventListener('keydown', heard)
    shadow().querySelector('textarea')!.dispatchEvent(new KeyboardEvent('keydown', { key: 's', bubbles: true, composed: true }))
    document.removeEventListener('keydown', heard)
    expect(heard).not.toHaveBeenCalled()
  })

  it('is the page where the link leads to it', async () => {
    await start({ whole: true })
    expect(launcher()).toBeNull()
    expect(shadow().querySelector('.panel')!.getAttribute('role')).toBe('main')
    baton.close()
    await nextTick()
    expect(shadow().querySelector('.panel')).not.toBeNull()
  })

  it('opens by a plain link of the page', async () => {
    await start()
    const link = document.createElement('a')
    link.href = 'https://baton.test/widget/chat.html?tenant=acme'
    link.dataset.batonOpen = ''
    document.body.append(link)
    const click = new MouseEvent('click', { bubbles: true, cancelable: true })
    link.dispatchEvent(click)
    link.remove()
    await nextTick()
    expect(click.defaultPrevented).toBe(true)
    expect(shadow().querySelector('.panel')).not.toBeNull()
  })

  it('stays away, with a word for the one who built the page, where there is no such tenant', async () => {
    answers['GET /widget'] = json({ code: 'tenant_unknown' }, 404)
    const warned = vi.spyOn(console, 'warn').mockImplementation(() => {})
    baton = publish(SETTINGS)
    await vi.waitFor(() => expect(host()).toBeNull())
    expect(warned).toHaveBeenCalledOnce()
    baton.close()
  })

  it('works where the page may keep nothing', async () => {
    vi.stubGlobal('localStorage', undefined)
    vi.stubGlobal('sessionStorage', undefined)
    await start({}, [['open']])
    await write('无痕')
    expect(asked()).toContain('POST /conversations')
  })

  it('works where the store is full', async () => {
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError')
    })
    await start({}, [['open']])
    await write('满了')
    expect(asked()).toContain('POST /conversations')
  })

  it('leaves nothing behind, and comes back when it is called again', async () => {
    await start({ profile: { externalId: 'A', signature: 's' } }, [['open']])
    await write('hello')
    baton.shutdown()
    expect(host()).toBeNull()
    expect([...Object.keys(localStorage), ...Object.keys(sessionStorage)].filter((key) => key.startsWith('baton.widget'))).toEqual([])
    baton.setAttributes({ a: 1 })
    expect(host()).toBeNull()
    baton.open()
    await vi.waitFor(() => expect(shadow().querySelector('.panel')).not.toBeNull())
    await write('again')
    expect(bodies('/visitors').map((body) => body.externalId)).toEqual(['A', undefined])
  })
})

describe('window.baton', () => {
  it('does what was called before it came, in order, and nothing that it does not know', async () => {
    const heard = vi.fn()
    await start({}, [['on', 'ready', heard], ['open'], ['setLanguage', 'en'], ['explode'], ['__proto__'], null as unknown as Call, []])
    await vi.waitFor(() => expect(heard).toHaveBeenCalled())
    expect(shadow().querySelector('.panel')).not.toBeNull()
    expect(host()!.lang).toBe('en')
    expect(launcher()!.getAttribute('aria-label')).toBe('Close customer service chat')
    baton.push(['close'])
    await nextTick()
    expect(shadow().querySelector('.panel')).toBeNull()
  })

  it('tells what happens, also late that it is ready, until told to stop', async () => {
    await start()
    const [opened, closed, ready] = [vi.fn(), vi.fn(), vi.fn()]
    baton.on('opened', opened)
    baton.on('opened', opened)
    baton.on('closed', closed)
    baton.on('ready', ready)
    baton.open()
    await nextTick()
    baton.off('closed', closed)
    baton.close()
    await nextTick()
    expect([opened, closed, ready].map((listener) => listener.mock.calls.length)).toEqual([1, 0, 1])
  })

  it('throws nothing, whatever it is given', async () => {
    await start()
    const odd = [undefined, null, 1, '', {}, [], () => 1, Symbol('x')] as unknown[]
    for (const value of odd) {
      for (const name of ['identify', 'setAttributes', 'page', 'event', 'setLanguage', 'setTheme', 'on', 'off'] as const) {
        expect(() => (baton[name] as (a: unknown, b: unknown) => void)(value, value)).not.toThrow()
      }
    }
    expect(host()).not.toBeNull()
  })

  it('changes theme, side and colour', async () => {
    await start()
    baton.setTheme({ theme: 'dark', side: 'left', accent: '#ffd400' })
    await nextTick()
    expect(host()!.dataset).toMatchObject({ theme: 'dark', side: 'left' })
    expect(host()!.style.getPropertyValue('--on-accent')).toBe('#000')
    baton.setTheme('light')
    await nextTick()
    expect(host()!.dataset.theme).toBe('light')
  })

  it('introduces the customer with what the company signed, and tells what it knows of them', async () => {
    await start({}, [['identify', { externalId: 'cust-7', signature: 'abc', name: '林小姐', attributes: { plan: 'gold' } }]])
    await vi.waitFor(() => expect(asked()).toContain('PUT /visitors/attributes'))
    expect(bodies('/visitors')).toMatchObject([{ tenant: 'acme', externalId: 'cust-7', signature: 'abc', name: '林小姐' }])
    expect(bodies('/visitors/attributes')).toEqual([{ attributes: { plan: 'gold' } }])
    baton.identify({ externalId: 'cust-7', signature: 'abc' })
    await nextTick()
    expect(bodies('/visitors')).toHaveLength(1)
  })

  it('finishes a conversation as it began, before it is somebody else', async () => {
    await start({}, [['open']])
    await write('hello')
    baton.identify({ externalId: 'cust-7', signature: 'abc' })
    await nextTick()
    expect(bodies('/visitors').map((body) => body.externalId)).toEqual([undefined])
    expect(JSON.parse(localStorage.getItem('baton.widget.acme.visitor')!)).toMatchObject({ visitorId: 'v1' })
  })

  it('shows nothing of one customer to the next one at the same browser', async () => {
    await start({ profile: { externalId: 'A', signature: 'a' } }, [['open']])
    await write('秘密')
    baton.identify({ externalId: 'B', signature: 'b' })
    await vi.waitFor(() => expect(bodies('/visitors').map((body) => body.externalId)).toEqual(['A', 'B']))
    await nextTick()
    expect(shadow().querySelector('.bubble')).toBeNull()
    expect(shadow().querySelector('textarea')!.value).toBe('')
    expect(Object.values(localStorage).join()).not.toContain('秘密')
  })
})
