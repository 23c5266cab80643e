import './elements'
import { VueQueryPlugin } from '@tanstack/vue-query'
import { createApp } from 'vue'
import { goToLogin, pathBeforeLogin } from '@/modules/identity/login'
import { loadMe } from '@/modules/identity/useMe'
import { openSocket } from '@/modules/presence/useSocket'
import { asProblem, configureHttp, http } from '@/shared/api'
import { changeLocale, currentLocale, i18n } from '@/shared/i18n'
import '@/shared/ui/base.css'
import { applyTheme } from '@/shared/ui/theme'
import '@/shared/ui/tokens.css'
import App from './App.vue'
import BootFailure from './BootFailure.vue'
import { queryOptions } from './query'

let leaving = false
configureHttp({ language: currentLocale, onUnauthorized: () => (leaving = goToLogin() || leaving) })
changeLocale(currentLocale())
applyTheme()

async function begin(): Promise<void> {
  const [me, { router }] = await Promise.all([loadMe(), import('./router')])
  // A browser hides why a handshake was refused; asking who we are tells whether the session is over.
  openSocket(me, () => http.get('/me'))
  const app = createApp(App).use(i18n).use(VueQueryPlugin, queryOptions).use(router)
  const wanted = pathBeforeLogin()
  if (wanted) await router.replace(wanted)
  app.mount('#app')
}

begin().catch((error: unknown) => {
  if (asProblem(error).status === 401 && leaving) return
  createApp(BootFailure, { error }).use(i18n).mount('#app')
})
