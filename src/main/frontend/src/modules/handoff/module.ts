import { RadioTower, Split } from '@lucide/vue'
import type { DeskModule } from '@/shared/ui/manifest'

const leaders = ['manager', 'admin'] as const

/** Offers dock over every page; the floor view shows the queue and who handles what, administrators set how departments are routed. */
export default {
  routes: [
    { path: '/live', component: () => import('./FloorPage.vue'), meta: { title: 'handoff.floor.title', roles: [...leaders] } },
    { path: '/live/wall', component: () => import('./WallPage.vue'), meta: { title: 'handoff.wall.title', roles: [...leaders] } },
    { path: '/routing', component: () => import('./RoutingPage.vue'), meta: { title: 'handoff.routing.title', roles: ['admin'] } },
  ],
  menu: [
    { route: '/live', title: 'handoff.floor.menu', icon: RadioTower, order: 10, roles: [...leaders] },
    { route: '/routing', title: 'handoff.routing.menu', icon: Split, order: 70, roles: ['admin'] },
  ],
} satisfies DeskModule
