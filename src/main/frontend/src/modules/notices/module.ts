import type { DeskModule } from '@/shared/ui/manifest'

/** All that a person was told; the bell in the header is its short form, and the way here. */
export default {
  routes: [{ path: '/notices', component: () => import('./NoticesPage.vue'), meta: { title: 'notices.title' } }],
} satisfies DeskModule
