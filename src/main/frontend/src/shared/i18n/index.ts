import { createI18n } from 'vue-i18n'
import { localStore } from '../store'

export const LOCALES = ['zh-CN', 'en'] as const
export type Locale = (typeof LOCALES)[number]
type Texts = { [key: string]: string | Texts }

const KEY = 'baton.locale'
const files = import.meta.glob<Texts>(['../../modules/*/locales/*.json', '../../desk/locales/*.json'], {
  eager: true,
  import: 'default',
})

/** All texts of one language: the desk's own at the top, each module's below its name. */
export function textsOf(locale: Locale): Texts {
  const own = Object.entries(files).filter(([path]) => path.endsWith(`/${locale}.json`))
  return Object.assign(
    {},
    ...own.map(([path, texts]) => {
      const module = /modules\/([a-z]+)\//.exec(path)?.[1]
      return module ? { [module]: texts } : texts
    }),
  ) as Texts
}

function preferred(): Locale {
  const kept = localStore.getItem(KEY)
  if (kept === 'zh-CN' || kept === 'en') return kept
  return navigator.language.toLowerCase().startsWith('en') ? 'en' : 'zh-CN'
}

export const i18n = createI18n<false>({
  legacy: false,
  locale: preferred(),
  fallbackLocale: 'zh-CN',
  messages: { 'zh-CN': textsOf('zh-CN'), en: textsOf('en') } as never,
})

export function currentLocale(): Locale {
  return i18n.global.locale.value as Locale
}

export function changeLocale(locale: Locale): void {
  i18n.global.locale.value = locale
  localStore.setItem(KEY, locale)
  document.documentElement.lang = locale
}
