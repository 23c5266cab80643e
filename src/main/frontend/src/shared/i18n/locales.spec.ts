import { describe, expect, it } from 'vitest'
import { modules } from '@/desk/modules'
import { SHORTCUTS } from '@/desk/shell/shortcuts'
import { i18n, LOCALES, textsOf } from './index'

type Texts = { [key: string]: string | Texts }
const flat = (texts: Texts, path = ''): [string, string][] =>
  Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string' ? [[path + key, value] as [string, string]] : flat(value, `${path}${key}.`),
  )
const names = (text: string) => [...new Set([...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]))].sort()
const [zh, en] = LOCALES.map((locale) => new Map(flat(textsOf(locale)))) as [Map<string, string>, Map<string, string>]

describe('the texts', () => {
  it('have equal keys in every language', () => {
    expect([...en.keys()].sort()).toEqual([...zh.keys()].sort())
  })

  it('name the same parameters in every language', () => {
    for (const [key, text] of zh) expect([key, names(en.get(key) ?? '')]).toEqual([key, names(text)])
  })

  it('are never empty, and Chinese where they have to be', () => {
    for (const [key, text] of [...zh, ...en]) expect([key, text.trim()]).not.toEqual([key, ''])
    const latin = [...zh].filter(([, text]) => !/[\u3400-\u9fff]/.test(text)).map(([key]) => key)
    expect(latin.sort()).toEqual(['handoff.keyAccept', 'handoff.keyDecline', 'shell.tongue.en'])
  })

  it('exist for every page, menu entry and shortcut', () => {
    const keys = [
      ...modules.flatMap((module) => [
        ...module.routes.map((route) => route.meta?.title),
        ...(module.menu ?? []).map((entry) => entry.title),
      ]),
      ...SHORTCUTS.map((shortcut) => shortcut.text),
    ]
    for (const key of keys) expect(i18n.global.te(String(key), 'zh-CN'), String(key)).toBe(true)
  })

  it('exist for every key written in the code', () => {
    const sources = import.meta.glob<string>(['../../**/*.vue', '../../**/*.ts', '!../../widget/**', '!../../camunda/**', '!../../**/*.spec.ts'], {
      eager: true,
      query: '?raw',
      import: 'default',
    })
    for (const [file, source] of Object.entries(sources)) {
      for (const [, key] of source.matchAll(/\bt\(\s*'([\w.]+)'/g)) expect(zh.has(key!), `${key} in ${file}`).toBe(true)
    }
  })
})
