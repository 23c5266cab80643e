import { computed } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { useMe } from '@/modules/identity/useMe'
import type { Priority } from '@/shared/socket'
import { PRIORITIES } from './ticketTypes'
import type { TicketFilter } from './useTickets'
import { usualOrder, viewFrom } from './views'

const ORDERS = ['DUE', 'NEWEST'] as const
const text = (value: unknown) => (typeof value === 'string' ? value : '')

/** What the address asks for, so that the way back from a ticket leads to the same list. */
export function useTicketFilter() {
  const { me } = useMe()
  const route = useRoute()
  const router = useRouter()
  const view = computed(() => viewFrom(route.query.view, me.roles))
  const filter = computed<TicketFilter>(() => ({
    view: view.value,
    department: text(route.query.department),
    priority: PRIORITIES.find((priority) => priority === route.query.priority) ?? '',
    overdue: route.query.overdue === 'true',
    text: text(route.query.text).slice(0, 100),
    order: ORDERS.find((order) => order === route.query.order) ?? usualOrder(view.value),
  }))
  function change(changes: Partial<Omit<TicketFilter, 'priority'> & { priority: Priority | '' }>) {
    const query = { ...route.query, ...Object.fromEntries(Object.entries(changes).map(([name, value]) => [name, value ? String(value) : undefined])) }
    return router.replace({ query })
  }
  return { filter, change }
}
