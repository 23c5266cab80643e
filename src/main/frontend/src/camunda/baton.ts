import { brand } from './brand'
import { replaceLogout } from './logout'
import { languageOf } from './settings'

replaceLogout()
brand(languageOf(localStorage, navigator.language))
