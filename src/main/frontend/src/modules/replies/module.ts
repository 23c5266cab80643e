import { MessageSquareQuote } from '@lucide/vue'
import type { Role } from '@/shared/api'
import type { DeskModule } from '@/shared/ui/manifest'

const roles: Role[] = ['customer_service', 'manager', 'admin']

/** The texts that people use again and again; in a conversation they are inserted, here they are kept. */
export default {
  routes: [{ path: '/quick-replies', component: () => import('./RepliesPage.vue'), meta: { title: 'replies.title', roles } }],
  menu: [{ route: '/quick-replies', title: 'replies.menu', icon: MessageSquareQuote, order: 27, roles }],
} satisfies DeskModule
