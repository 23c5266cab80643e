import { shallowReactive } from 'vue'
import { Problem, type Api } from './api'
import { accentOf, fieldOf, sideOf, themeOf, type Field, type Language, type Settings, type Side, type Theme, type Topic } from './settings'
import type { Slot } from './store'
import { words, type Key } from './texts'

/** How the widget looks and what it asks, of all that anybody decided about it. */
export interface Look {
  /** Nothing is shown before the tenant had a chance to say how. */
  ready: boolean
  theme: Theme
  accent: string | null
  side: Side
  form: Field[]
  topics: Topic[]
  pages: boolean
  files: { size: number; endings: string[] }
}

const PATIENCE_MS = 2_000
const LONGEST = 500
const MOST = 20
const FILES = { size: 5 * 1024 * 1024, endings: ['png', 'jpg', 'jpeg', 'gif', 'pdf', 'txt', 'docx', 'xlsx', 'pptx'] }
const WORDS: Record<string, Key> = {
  title: 'panel.title',
  greeting: 'greeting.hello',
  intro: 'greeting.how',
  placeholder: 'composer.placeholder',
  'form-intro': 'form.intro',
  away: 'ticket.why',
}

type Raw = Record<string, unknown>

const raw = (value: unknown): Raw => (typeof value === 'object' && value !== null ? (value as Raw) : {})
const list = (value: unknown): Raw[] => (Array.isArray(value) ? value.slice(0, MOST).map(raw) : [])
const text = (value: unknown): string => (typeof value === 'string' ? value.slice(0, LONGEST) : '')

/** The tenant's wishes, below those of the page. Whatever the server answers, the chat works. */
export class House {
  readonly look: Look = shallowReactive<Look>({
    ready: false,
    theme: 'auto',
    accent: null,
    side: 'right',
    form: [],
    topics: [],
    pages: true,
    files: FILES,
  })

  constructor(
    private readonly api: Pick<Api, 'call'>,
    private readonly slot: (language: Language) => Slot<unknown>,
    private readonly settings: Settings,
  ) {
    this.wear({})
  }

  /** False when there is no such tenant. A slow server, or none, is waited for only a moment. */
  async load(language: Language): Promise<boolean> {
    const slot = this.slot(language)
    const known = slot.read()
    if (known) this.wear(raw(known))
    else this.say({})
    const asked = this.ask(language).then((terms) => {
      if (terms) slot.write(terms)
      if (terms) this.wear(terms)
      return true
    })
    // Without waiting, what comes late would be a failure that nobody catches.
    asked.catch(() => undefined)
    try {
      await Promise.race([asked, new Promise((later) => setTimeout(later, known ? 0 : PATIENCE_MS))])
      this.look.ready = true
      return true
    } catch {
      return false
    }
  }

  /** What the page changes while it is open. */
  dress({ theme, accent, side }: { theme?: unknown; accent?: unknown; side?: unknown }): void {
    this.settings.theme = themeOf(theme) ?? this.settings.theme
    this.settings.accent = accentOf(accent) ?? this.settings.accent
    this.settings.side = sideOf(side) ?? this.settings.side
    Object.assign(this.look, {
      theme: this.settings.theme ?? this.look.theme,
      accent: this.settings.accent ?? this.look.accent,
      side: this.settings.side ?? this.look.side,
    })
  }

  private async ask(language: Language): Promise<Raw | null> {
    const { tenant } = this.settings
    try {
      return raw(await this.api.call('GET', `/widget?tenant=${encodeURIComponent(tenant)}&lang=${language}`, null))
    } catch (problem) {
      if (problem instanceof Problem && problem.code === 'tenant_unknown') throw problem
      return null
    }
  }

  private say(told: Raw): void {
    const { title } = this.settings
    words.value = {
      ...Object.fromEntries(Object.entries(WORDS).flatMap(([name, key]) => (text(told[name]) ? [[key, text(told[name])]] : []))),
      ...(title && { 'panel.title': title }),
    }
  }

  private wear(terms: Raw): void {
    const { settings } = this
    const theme = raw(terms.theme)
    const files = raw(terms.files)
    this.say(raw(terms.texts))
    Object.assign(this.look, {
      theme: settings.theme ?? themeOf(theme.mode) ?? 'auto',
      accent: settings.accent ?? accentOf(theme.accent),
      side: settings.side ?? sideOf(theme.side) ?? 'right',
      form: settings.form ?? list(terms.form).flatMap((field) => fieldOf(field.name, field.required === true)),
      topics: settings.topics ?? list(terms.topics).flatMap(topicOf),
      pages: settings.pages && terms.pages !== false,
      files: {
        size: typeof files.size === 'number' && files.size > 0 ? files.size : FILES.size,
        endings: Array.isArray(files.endings) ? files.endings.map(text).filter((ending) => /^\w+$/.test(ending)) : FILES.endings,
      },
    })
  }
}

function topicOf({ category, label }: Raw): Topic[] {
  const shown = text(label) || text(category)
  return text(category) ? [{ category: text(category), label: { 'zh-CN': shown, en: shown } }] : []
}
