import { describe, expect, it } from 'vitest'
import { languageOf, settingsOf } from './settings'

function script(attributes: Record<string, string>): HTMLScriptElement {
  const element = document.createElement('script')
  element.src = 'https://baton.test/widget/baton-widget.js'
  Object.assign(element.dataset, attributes)
  return element
}

describe('settingsOf', () => {
  it('needs a tenant', () => {
    expect(settingsOf(script({}))).toBeNull()
  })

  it('talks to where the script came from', () => {
    expect(settingsOf(script({ tenant: 'acme' }))).toMatchObject({ tenant: 'acme', server: 'https://baton.test', theme: null, side: null, topics: null, form: null, pages: true, whole: false })
  })

  it('speaks Chinese unless told otherwise', () => {
    expect(languageOf(undefined)).toBe('zh-CN')
    expect(languageOf('zh-Hans')).toBe('zh-CN')
    expect(languageOf('en-GB')).toBe('en')
    expect(languageOf('fr')).toBe('en')
  })

  it('takes topics, and leaves out what it does not understand', () => {
    const topics = JSON.stringify([{ category: 'vip', 'zh-CN': '大客户', en: 'VIP' }, { en: 'nameless' }, { category: 'x' }])
    expect(settingsOf(script({ tenant: 'acme', topics }))?.topics).toEqual([
      { category: 'vip', label: { 'zh-CN': '大客户', en: 'VIP' } },
      { category: 'x', label: { 'zh-CN': 'x', en: 'x' } },
    ])
    expect(settingsOf(script({ tenant: 'acme', topics: '{' }))?.topics).toEqual([])
  })

  it('asks before a chat what the page says, and leaves out what it does not know', () => {
    expect(settingsOf(script({ tenant: 'acme', form: 'name, contact?, password,topic' }))?.form).toEqual([
      { name: 'name', required: true },
      { name: 'contact', required: false },
      { name: 'topic', required: true },
    ])
    expect(settingsOf(script({ tenant: 'acme', form: '' }))?.form).toEqual([])
  })

  it('takes side, theme and pages only from words it knows', () => {
    expect(settingsOf(script({ tenant: 'acme', side: 'left', theme: 'dark', pages: 'off', whole: '' }))).toMatchObject({ side: 'left', theme: 'dark', pages: false, whole: true })
    expect(settingsOf(script({ tenant: 'acme', side: 'top', theme: 'pink', pages: 'no' }))).toMatchObject({ side: null, theme: null, pages: true, whole: false })
  })

  it('takes only a colour for the accent', () => {
    expect(settingsOf(script({ tenant: 'acme', accent: '#b3244c' }))?.accent).toBe('#b3244c')
    expect(settingsOf(script({ tenant: 'acme', accent: 'url(x)' }))?.accent).toBeNull()
  })
})
