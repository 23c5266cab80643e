import { CalendarCheck, CalendarRange } from '@lucide/vue'
import type { Role } from '@/shared/api'
import type { DeskModule } from '@/shared/ui/manifest'

const roles: Role[] = ['customer_service', 'manager', 'admin']

export default {
  routes: [
    { path: '/rota', component: () => import('./RotaPage.vue'), meta: { title: 'rota.title', roles } },
    { path: '/rota/types', component: () => import('./ShiftTypesPage.vue'), meta: { title: 'rota.types.title', roles: ['admin'] } },
    { path: '/calendar', component: () => import('./CalendarPage.vue'), meta: { title: 'rota.calendar.title', roles: ['admin'] } },
  ],
  menu: [
    { route: '/rota', title: 'rota.menu', icon: CalendarRange, order: 30, roles },
    { route: '/calendar', title: 'rota.calendar.menu', icon: CalendarCheck, order: 35, roles: ['admin'] },
  ],
} satisfies DeskModule
