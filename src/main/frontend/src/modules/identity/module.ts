import type { DeskModule } from '@/shared/ui/manifest'
import DeadEnd from './components/DeadEnd.vue'

export default {
  routes: [
    { path: '/welcome', component: () => import('./IdentityPage.vue'), meta: { title: 'identity.welcome' } },
    {
      path: '/forbidden',
      component: DeadEnd,
      props: { code: 403 },
      meta: { title: 'identity.forbidden' },
    },
    {
      path: '/not-found',
      component: DeadEnd,
      props: { code: 404 },
      meta: { title: 'identity.notFound' },
    },
    {
      path: '/unreachable',
      component: DeadEnd,
      props: ({ query }) => ({ code: 0, wanted: query.wanted }),
      meta: { title: 'identity.unreachable' },
    },
  ],
} satisfies DeskModule
