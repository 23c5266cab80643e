import { createRouter, createWebHistory } from 'vue-router'
import { homeOf } from '@/modules/identity/landing'
import { me } from '@/modules/identity/useMe'
import { i18n } from '@/shared/i18n'
import { modules } from './modules'

export const router = createRouter({
  history: createWebHistory('/desk/'),
  routes: [
    { path: '/', redirect: () => homeOf(me().roles) },
    ...modules.flatMap((module) => module.routes),
    { path: '/:rest(.*)*', redirect: '/not-found' },
  ],
})

router.beforeEach((to) => {
  const needed = to.meta.roles
  if (needed && !needed.some((role) => me().roles.includes(role))) return { path: '/forbidden', replace: true }
})

/** A page whose files cannot be loaded: there is no network, or there is a newer desk by now. */
router.onError((_error, to) => {
  void router.replace({ path: '/unreachable', query: { wanted: to.fullPath } })
})

router.afterEach((to) => {
  document.title = `${i18n.global.t(to.meta.title)} · Baton`
})
