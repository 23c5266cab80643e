import { Repeat2 } from '@lucide/vue'
import type { Role } from '@/shared/api'
import type { DeskModule } from '@/shared/ui/manifest'

const roles: Role[] = ['customer_service', 'manager', 'admin', 'auditor']
const proposers: Role[] = ['customer_service']
const wishers: Role[] = ['customer_service', 'manager', 'admin']

export default {
  routes: [
    { path: '/swaps', component: () => import('./SwapsPage.vue'), meta: { title: 'swap.title', roles } },
    { path: '/swaps/new', component: () => import('./ComposerPage.vue'), meta: { title: 'swap.new', roles: proposers } },
    { path: '/swaps/wishes', component: () => import('./WishesPage.vue'), meta: { title: 'swap.wish.title', roles: wishers } },
    { path: '/swaps/:id', component: () => import('./SwapPage.vue'), props: true, meta: { title: 'swap.one', roles } },
  ],
  menu: [{ route: '/swaps', title: 'swap.menu', icon: Repeat2, order: 45, roles }],
} satisfies DeskModule
