import { CalendarMinus2 } from '@lucide/vue'
import type { Role } from '@/shared/api'
import type { DeskModule } from '@/shared/ui/manifest'

const roles: Role[] = ['customer_service', 'manager', 'admin']

export default {
  routes: [
    {
      path: '/leave/:id?',
      alias: '/leaves/:id?',
      component: () => import('./LeavePage.vue'),
      props: true,
      meta: { title: 'leave.title', roles },
    },
    {
      path: '/leave/covers',
      component: () => import('./CoversPage.vue'),
      meta: { title: 'leave.cover.title', roles },
    },
  ],
  menu: [{ route: '/leave', title: 'leave.menu', icon: CalendarMinus2, order: 50, roles }],
} satisfies DeskModule
