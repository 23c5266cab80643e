import type { DeskModule } from '@/shared/ui/manifest'

export default {
  routes: [
    { path: '/welcome', component: () => import('./IdentityPage.vue'), meta: { title: 'identity.welcome' } },
    {
      path: '/forbidden',
      component: () => import('./components/DeadEnd.vue'),
      props: { code: 403 },
      meta: { title: 'identity.forbidden' },
    },
    {
      path: '/not-found',
      component: () => import('./components/DeadEnd.vue'),
      props: { code: 404 },
      meta: { title: 'identity.notFound' },
    },
  ],
} satisfies DeskModule
