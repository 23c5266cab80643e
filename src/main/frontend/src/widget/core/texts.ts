import { shallowRef } from 'vue'
import { en } from '../locales/en'
import { zhCN } from '../locales/zh-CN'
import type { Language } from './settings'

export type Key = keyof typeof zhCN

const TABLES: Record<Language, Record<Key, string>> = { 'zh-CN': zhCN, en }

export const language = shallowRef<Language>('zh-CN')

/** What the tenant says instead. */
export const words = shallowRef<Partial<Record<Key, string>>>({})

/** The text in the language of the moment, with `{name}` filled in. */
export function t(key: Key, values: Record<string, string | number> = {}): string {
  return (words.value[key] ?? TABLES[language.value][key]).replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
}

/** Why a message was not sent, in the language of the page rather than in that of the browser. */
export function refusalText(code: string | null): string {
  const key = `refusal.${code}`
  return key in zhCN ? t(key as Key) : t('message.failed')
}

/** Ours where we have a text for the code, else the server's own sentence. */
export function troubleText({ code, detail }: { code: string; detail: string }): string {
  const key = `problem.${code}`
  return key in zhCN ? t(key as Key) : detail || t('problem.other')
}
