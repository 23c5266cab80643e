import { beforeEach, describe, expect, it } from 'vitest'
import { isDark, languageOf, settingsOf, WEBAPPS } from './settings'

describe('the settings of the webapps', () => {
  beforeEach(() => localStorage.setItem('baton.locale', 'zh-CN'))

  it.each(WEBAPPS)('%s carries our name, our script and one language', (app) => {
    const { locales, ...settings } = settingsOf(app, {}, 'zh')
    expect(settings).toMatchObject({ app: { vendor: 'Baton' }, customScripts: ['../../lib/baton'] })
    expect(locales.availableLocales).toEqual([locales.fallbackLocale])
    expect(settingsOf(app, {}, 'en').locales).toEqual({ availableLocales: ['en'], fallbackLocale: 'en' })
  })

  it('keeps the shortcuts of Tasklist', async () => {
    const { default: tasklist } = await import('./apps/tasklist')
    expect(Object.fromEntries(Object.entries(tasklist.shortcuts).map(([name, { key }]) => [name, key]))).toEqual({
      claimTask: 'ctrl+alt+c',
      focusFilter: 'ctrl+shift+f',
      focusList: 'ctrl+alt+l',
      focusForm: 'ctrl+alt+f',
      startProcess: 'ctrl+alt+p',
    })
  })

  it('is dark when the desk is', () => {
    const store = (value: string | null) => ({ getItem: () => value })
    expect([isDark(store('dark'), false), isDark(store('light'), true)]).toEqual([true, false])
    expect([isDark(store('system'), true), isDark(store(null), false)]).toEqual([true, false])
  })

  it('speaks the language of the desk, else English to an English browser and Chinese to all others', () => {
    const store = (value: string | null) => ({ getItem: () => value })
    expect(languageOf(store('en'), 'zh-CN')).toBe('en')
    expect(languageOf(store('zh-CN'), 'en-US')).toBe('zh')
    expect(languageOf(store(null), 'en-US')).toBe('en')
    expect(languageOf(store(null), 'fr')).toBe('zh')
  })
})
