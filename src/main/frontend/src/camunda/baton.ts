import { brand } from './brand'
import { replaceLogout } from './logout'
import { isDark, languageOf } from './settings'

replaceLogout()
brand(languageOf(localStorage, navigator.language))

const night = matchMedia('(prefers-color-scheme: dark)')
const shade = () => document.documentElement.classList.toggle('baton-dark', isDark(localStorage, night.matches))
shade()
night.addEventListener('change', shade)
addEventListener('storage', shade)
