import { ListChecks, ScanEye } from '@lucide/vue'
import { computed, type Component } from 'vue'
import { useI18n } from 'vue-i18n'
import { useRoute } from 'vue-router'
import { useMe } from '@/modules/identity/useMe'
import { menu } from '../modules'

export const GROUPS = ['service', 'time', 'manage', 'tools'] as const
export type Group = (typeof GROUPS)[number]

/** A way to a page of the desk, or to a web application beside it when there is `href`. */
export interface Entry {
  id: string
  name: string
  icon: Component
  group: Group
  to?: string
  href?: string
  here: boolean
}

/** What people look for first on a phone; the rest is behind one more tap. */
const PHONE_FIRST = ['/rota', '/requests', '/leave', '/swaps', '/chat', '/live', '/audit', '/tickets']
const PHONE_PLACES = 4
const TOOLS = [
  { id: 'tasklist', icon: ListChecks },
  { id: 'cockpit', icon: ScanEye },
]

export const groupOf = (order: number): Group => (order < 30 ? 'service' : order < 60 ? 'time' : 'manage')

/** The ways that the role of this person opens, in groups. */
export function useMenu() {
  const { t } = useI18n()
  const { has, me } = useMe()
  const route = useRoute()
  const isHere = (path: string) => route.path === path || route.path.startsWith(`${path}/`)
  const pages = computed<Entry[]>(() =>
    menu
      .filter((entry) => has(...entry.roles))
      .map(({ route: to, title, icon, order }) => ({ id: to.slice(1), name: t(title), icon, group: groupOf(order), to, here: isHere(to) })),
  )
  const tools = computed<Entry[]>(() =>
    TOOLS.filter(({ id }) => me.webapps?.includes(id)).map(({ id, icon }) => ({
      id,
      name: t(`webapp.${id}`),
      icon,
      group: 'tools',
      href: `/camunda/app/${id}/default/`,
      here: false,
    })),
  )
  const groups = computed(() => {
    const all = [...pages.value, ...tools.value]
    return GROUPS.map((id) => ({ id, entries: all.filter((entry) => entry.group === id) })).filter(({ entries }) => entries.length > 0)
  })
  const first = computed(() =>
    PHONE_FIRST.flatMap((to) => pages.value.filter((entry) => entry.to === to)).slice(0, PHONE_PLACES),
  )
  return { groups, first }
}
