import { ClipboardCheck } from '@lucide/vue'
import type { Role } from '@/shared/api'
import type { DeskModule } from '@/shared/ui/manifest'

const roles: Role[] = ['customer_service', 'manager', 'admin']

/** What one person asked for or is asked for, whatever process it is in. */
export default {
  routes: [{ path: '/requests', component: () => import('./RequestsPage.vue'), meta: { title: 'requests.title', roles } }],
  menu: [{ route: '/requests', title: 'requests.menu', icon: ClipboardCheck, order: 42, roles }],
} satisfies DeskModule
