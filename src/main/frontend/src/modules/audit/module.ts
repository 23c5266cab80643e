import { ScrollText } from '@lucide/vue'
import type { Role } from '@/shared/api'
import type { DeskModule } from '@/shared/ui/manifest'

const roles: Role[] = ['auditor', 'admin', 'manager']

export default {
  routes: [
    {
      path: '/audit/:kind?/:id?',
      component: () => import('./AuditPage.vue'),
      props: true,
      meta: { title: 'audit.title', roles },
    },
  ],
  menu: [{ route: '/audit', title: 'audit.menu', icon: ScrollText, order: 60, roles }],
} satisfies DeskModule
