export type Language = 'zh-CN' | 'en'
export type Theme = 'auto' | 'light' | 'dark'

/** What a customer may choose before talking; `category` leads the request to the people who know about it. */
export interface Topic {
  category: string
  label: Record<Language, string>
}

/** What the embedding page decides by attributes of the script element. */
export interface Settings {
  tenant: string
  /** Where Baton answers; no slash at the end. */
  server: string
  language: Language
  theme: Theme
  title: string | null
  accent: string | null
  topics: Topic[]
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

const THEMES: readonly string[] = ['light', 'dark']

/** Reads the attributes of the script element; without a tenant there is nothing to talk to. */
export function settingsOf(script: HTMLScriptElement, page: Document = document): Settings | null {
  const { tenant, lang, theme, title, accent, topics, name, externalId, signature } = script.dataset
  if (!tenant) return null
  return {
    tenant,
    server: new URL(script.src, page.baseURI).origin,
    language: languageOf(lang ?? page.documentElement.lang),
    theme: THEMES.includes(theme ?? '') ? (theme as Theme) : 'auto',
    title: title ?? null,
    accent: /^#[0-9a-f]{6}$/i.test(accent ?? '') ? accent! : null,
    topics: topicsOf(topics),
    profile: { ...(name && { name }), ...(externalId && { externalId }), ...(signature && { signature }) },
  }
}

/** `[{"category":"aftersales","zh-CN":"退改签","en":"Refunds"}]`; what is not understood is left out. */
function topicsOf(json: string | undefined): Topic[] {
  try {
    const list = JSON.parse(json ?? '[]') as Array<Record<string, unknown>>
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
