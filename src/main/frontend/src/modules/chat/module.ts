import { MessagesSquare } from '@lucide/vue'
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
  ],
  menu: [{ route: '/chat', title: 'chat.menu', icon: MessagesSquare, order: 20, roles: [...roles] }],
} satisfies DeskModule
