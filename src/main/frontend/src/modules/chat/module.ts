import { Ban, MessagesSquare } from '@lucide/vue'
import type { DeskModule } from '@/shared/ui/manifest'

const roles = ['customer_service', 'manager', 'admin'] as const

export default {
  routes: [
    {
      path: '/chat/:id?',
      component: () => import('./ChatPage.vue'),
      props: true,
      meta: { title: 'chat.title', roles: [...roles], fills: true },
    },
    {
      path: '/customers/:id',
      component: () => import('./CustomerPage.vue'),
      props: true,
      meta: { title: 'chat.customerPage', roles: [...roles] },
    },
    {
      path: '/blocklist',
      component: () => import('./BlocklistPage.vue'),
      meta: { title: 'chat.blocklist', roles: ['manager', 'admin'] },
    },
  ],
  menu: [
    { route: '/chat', title: 'chat.menu', icon: MessagesSquare, order: 20, roles: [...roles] },
    { route: '/blocklist', title: 'chat.blocklist', icon: Ban, order: 85, roles: ['manager', 'admin'] },
  ],
} satisfies DeskModule
