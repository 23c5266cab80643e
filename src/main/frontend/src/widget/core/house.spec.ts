import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Problem } from './api'
import { House } from './house'
import type { Settings } from './settings'
import { openStore, Slot } from './store'
import { t, words } from './texts'

const SETTINGS: Settings = { tenant: 'acme', server: '', language: 'zh-CN', theme: null, side: null, title: null, accent: null, topics: null, form: null, pages: true, whole: false, profile: {} }
const TERMS = {
  theme: { mode: 'dark', accent: '#b3244c', side: 'left' },
  texts: { title: '极票网客服', greeting: '欢迎' },
  form: [{ name: 'name', required: true }],
  topics: [{ category: 'refund', label: '退改签' }],
  pages: false,
  files: { size: 10, endings: ['png'] },
}
const call = vi.fn()
const house = (own: Partial<Settings> = {}) => new House({ call }, (language) => new Slot(openStore(() => localStorage), `terms.${language}`), { ...SETTINGS, ...own })

beforeEach(() => {
  vi.useFakeTimers()
  localStorage.clear()
  call.mockReset()
})
afterEach(() => {
  words.value = {}
  vi.useRealTimers()
})

describe('House', () => {
  it('dresses as the tenant wants', async () => {
    call.mockResolvedValue(TERMS)
    const acme = house()
    expect(await acme.load('zh-CN')).toBe(true)
    expect(call).toHaveBeenCalledExactlyOnceWith('GET', '/widget?tenant=acme&lang=zh-CN', null)
    expect(acme.look).toEqual({
      ready: true,
      theme: 'dark',
      accent: '#b3244c',
      side: 'left',
      form: [{ name: 'name', required: true }],
      topics: [{ category: 'refund', label: { 'zh-CN': '退改签', en: '退改签' } }],
      pages: false,
      files: { size: 10, endings: ['png'] },
    })
    expect([t('panel.title'), t('greeting.hello')]).toEqual(['极票网客服', '欢迎'])
    expect(t('greeting.how')).toContain('直接输入')
  })

  it('lets the page have the last word, and later what the page changes', async () => {
    call.mockResolvedValue(TERMS)
    const acme = house({ theme: 'light', side: 'right', accent: '#000000', title: 'Ours', topics: [], form: [] })
    await acme.load('en')
    expect(acme.look).toMatchObject({ theme: 'light', side: 'right', accent: '#000000', topics: [], form: [] })
    expect(t('panel.title')).toBe('Ours')
    acme.dress({ theme: 'dark', accent: 'javascript:1', side: {} })
    expect(acme.look).toMatchObject({ theme: 'dark', side: 'right', accent: '#000000' })
  })

  it('shows at once what it knew, then what is new', async () => {
    call.mockResolvedValue(TERMS)
    await house().load('zh-CN')
    let answer: (terms: unknown) => void = () => {}
    call.mockReturnValue(new Promise((done) => (answer = done)))
    const again = house()
    const loaded = again.load('zh-CN')
    await vi.advanceTimersByTimeAsync(0)
    await loaded
    expect(again.look).toMatchObject({ ready: true, accent: '#b3244c' })
    answer({ ...TERMS, theme: { accent: '#1f4cb0' } })
    await vi.advanceTimersByTimeAsync(0)
    expect(again.look).toMatchObject({ accent: '#1f4cb0', side: 'right' })
  })

  it('waits only a moment for a server that does not answer', async () => {
    call.mockReturnValue(new Promise(() => {}))
    const slow = house()
    const loaded = slow.load('zh-CN')
    await vi.advanceTimersByTimeAsync(1_999)
    expect(slow.look.ready).toBe(false)
    await vi.advanceTimersByTimeAsync(1)
    expect(await loaded).toBe(true)
    expect(slow.look).toMatchObject({ ready: true, theme: 'auto', side: 'right' })
  })

  it.each([0, 404, 429, 500])('goes on without an answer (%i)', async (status) => {
    call.mockRejectedValue(new Problem(status, 'path_unknown'))
    const plain = house()
    expect(await plain.load('zh-CN')).toBe(true)
    expect(plain.look.ready).toBe(true)
  })

  it('stays away where there is no such tenant', async () => {
    call.mockRejectedValue(new Problem(404, 'tenant_unknown'))
    const nobody = house()
    expect(await nobody.load('zh-CN')).toBe(false)
    expect(nobody.look.ready).toBe(false)
  })

  it.each([
    null, 1, 'text', [], { theme: 1, texts: [], form: {}, topics: 'x', files: null },
    { theme: { mode: 'pink', accent: 'url(https://evil.test)', side: '"><script>' }, form: [null, 1, { name: 'password' }], topics: [null, {}, { category: 1 }] },
    { texts: { title: {}, greeting: 1, constructor: 'x' }, files: { size: -1, endings: [1, '*', 'a b'] } },
  ])('takes from a strange answer only what makes sense: %j', async (answer) => {
    call.mockResolvedValue(answer)
    const odd = house()
    expect(await odd.load('zh-CN')).toBe(true)
    expect(odd.look).toMatchObject({ ready: true, theme: 'auto', accent: null, side: 'right', form: [], topics: [] })
    expect(t('panel.title')).toBe('在线客服')
  })
})
