export const WEBAPPS = ['tasklist', 'cockpit', 'admin', 'welcome'] as const
export type Webapp = (typeof WEBAPPS)[number]
type Language = 'zh' | 'en'

const NAMES: Record<Webapp, Record<Language, string>> = {
  tasklist: { zh: '任务', en: 'Tasklist' },
  cockpit: { zh: '流程监控', en: 'Cockpit' },
  admin: { zh: '管理', en: 'Admin' },
  welcome: { zh: '欢迎', en: 'Welcome' },
}

/** The language chosen in the desk; the same rule as there when nothing was chosen. */
export function languageOf(store: Pick<Storage, 'getItem'>, browser: string): Language {
  const chosen = store.getItem('baton.locale') ?? browser
  return chosen.toLowerCase().startsWith('en') ? 'en' : 'zh'
}

/** The look chosen in the desk: light or dark always, else as the system has it. */
export function isDark(store: Pick<Storage, 'getItem'>, systemIsDark: boolean): boolean {
  const chosen = store.getItem('baton.theme')
  return chosen === 'dark' || (chosen !== 'light' && systemIsDark)
}

/**
 * What a webapp reads from its `scripts/config.js`: our name, our language, our script.
 *
 * Only one language is offered, since the webapps would else ask the browser and not the person; and only with one do
 * their dates never follow the fallback.
 */
export function settingsOf<T extends object>(app: Webapp, own: T, language = languageOf(localStorage, navigator.language)) {
  return {
    app: { vendor: 'Baton', name: NAMES[app][language] },
    locales: { availableLocales: [language], fallbackLocale: language },
    customScripts: ['../../lib/baton'],
    disableWelcomeMessage: true,
    ...own,
  }
}
