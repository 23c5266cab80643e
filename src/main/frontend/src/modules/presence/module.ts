import { RadioTower } from '@lucide/vue'
import type { DeskModule } from '@/shared/ui/manifest'

export default {
  routes: [
    {
      path: '/live',
      component: () => import('./PresencePage.vue'),
      meta: { title: 'presence.title', roles: ['manager', 'admin'] },
    },
  ],
  menu: [{ route: '/live', title: 'presence.menu', icon: RadioTower, order: 10, roles: ['manager', 'admin'] }],
} satisfies DeskModule
