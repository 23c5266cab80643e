import { History } from '@lucide/vue'
import type { Role } from '@/shared/api'
import type { DeskModule } from '@/shared/ui/manifest'

const roles: Role[] = ['customer_service', 'manager', 'admin']

/** Finds what was said, by everybody among what they may read. */
export default {
  routes: [
    {
      path: '/history/:id?',
      component: () => import('./HistoryPage.vue'),
      props: true,
      meta: { title: 'history.title', roles, fills: true },
    },
  ],
  menu: [{ route: '/history', title: 'history.menu', icon: History, order: 28, roles }],
} satisfies DeskModule
