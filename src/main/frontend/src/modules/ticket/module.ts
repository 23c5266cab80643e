import { Ticket } from '@lucide/vue'
import type { DeskModule } from '@/shared/ui/manifest'

export default {
  routes: [
    {
      path: '/tickets',
      component: () => import('./TicketPage.vue'),
      meta: { title: 'ticket.title', roles: ['manager', 'admin'] },
    },
  ],
  menu: [{ route: '/tickets', title: 'ticket.menu', icon: Ticket, order: 40, roles: ['manager', 'admin'] }],
} satisfies DeskModule
