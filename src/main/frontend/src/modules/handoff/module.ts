import { Split } from '@lucide/vue'
import type { DeskModule } from '@/shared/ui/manifest'

/** Offers dock over every page and the queue is part of the live view; administrators set how departments are routed. */
export default {
  routes: [{ path: '/routing', component: () => import('./RoutingPage.vue'), meta: { title: 'handoff.routing.title', roles: ['admin'] } }],
  menu: [{ route: '/routing', title: 'handoff.routing.menu', icon: Split, order: 36, roles: ['admin'] }],
} satisfies DeskModule
