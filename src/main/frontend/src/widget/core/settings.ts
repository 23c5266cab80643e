export type Language = 'zh-CN' | 'en'
export type Theme = 'auto' | 'light' | 'dark'
export type Side = 'left' | 'right'

/** What a customer may choose before talking; `category` leads the request to the people who know about it. */
export interface Topic {
  category: string
  label: Record<Language, string>
}

/** What is asked before a chat. */
export interface Field {
  name: 'name' | 'contact' | 'topic'
  required: boolean
}

/** What the embedding page decides by attributes of the script element; what is absent the tenant decides. */
export interface Settings {
  tenant: string
  /** Where Baton answers; no slash at the end. */
  server: string
  language: Language
  theme: Theme | null
  side: Side | null
  title: string | null
  accent: string | null
  topics: Topic[] | null
  form: Field[] | null
  /** Whether visited pages are told. */
  pages: boolean
  /** The chat is the page: it fills the window and cannot be closed. */
  whole: boolean
  profile: Profile
}

export interface Profile {
  name?: string
  externalId?: string
  signature?: string
}

export function languageOf(tag: string | null | undefined): Language {
  return tag && !/^zh\b/i.test(tag) ? 'en' : 'zh-CN'
}

const among = <T extends string>(known: readonly T[], text: unknown): T | null => known.find((one) => one === text) ?? null

export const themeOf = (text: unknown): Theme | null => among(['auto', 'light', 'dark'], text)
export const sideOf = (text: unknown): Side | null => among(['left', 'right'], text)
export const accentOf = (text: unknown): string | null => (/^#[0-9a-f]{6}$/i.test(String(text)) ? String(text) : null)
export const fieldOf = (name: unknown, required: boolean): Field[] => {
  const known = among(['name', 'contact', 'topic'], name)
  return known ? [{ name: known, required }] : []
}

/** Reads the attributes of the script element; without a tenant there is nothing to talk to. */
export function settingsOf(script: HTMLScriptElement, page: Document = document): Settings | null {
  const { tenant, lang, theme, side, title, accent, topics, form, pages, whole, name, externalId, signature } = script.dataset
  if (!tenant) return null
  return {
    tenant,
    server: new URL(script.src, page.baseURI).origin,
    language: languageOf(lang ?? page.documentElement.lang),
    theme: themeOf(theme),
    side: sideOf(side),
    title: title ?? null,
    accent: accentOf(accent),
    topics: topics === undefined ? null : topicsOf(topics),
    form: form?.split(',').flatMap((part) => fieldOf(part.trim().replace('?', ''), !part.includes('?'))) ?? null,
    pages: pages !== 'off',
    whole: whole !== undefined,
    profile: { ...(name && { name }), ...(externalId && { externalId }), ...(signature && { signature }) },
  }
}

/** `[{"category":"aftersales","zh-CN":"退改签","en":"Refunds"}]`; what is not understood is left out. */
function topicsOf(json: string): Topic[] {
  try {
    const list = JSON.parse(json) as Array<Record<string, unknown>>
    return list
      .filter((topic) => typeof topic.category === 'string' && topic.category !== '')
      .map((topic) => {
        const category = String(topic.category)
        const zh = String(topic['zh-CN'] ?? topic.en ?? category)
        return { category, label: { 'zh-CN': zh, en: String(topic.en ?? zh) } }
      })
  } catch {
    return []
  }
}
