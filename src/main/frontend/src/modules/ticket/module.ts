import { Ticket } from '@lucide/vue'
import type { Role } from '@/shared/api'
import type { DeskModule } from '@/shared/ui/manifest'

const roles: Role[] = ['customer_service', 'manager', 'admin', 'auditor']

export default {
  routes: [
    { path: '/tickets', component: () => import('./TicketsPage.vue'), meta: { title: 'ticket.title', roles } },
    { path: '/tickets/:id', component: () => import('./TicketPage.vue'), props: true, meta: { title: 'ticket.one', roles } },
  ],
  menu: [{ route: '/tickets', title: 'ticket.menu', icon: Ticket, order: 25, roles }],
} satisfies DeskModule
