import { useQuery, useQueryClient } from '@tanstack/vue-query'
import { computed } from 'vue'
import { useMe } from '@/modules/identity/useMe'
import { onFrame } from '@/modules/presence/useSocket'
import { useServerNow } from '@/modules/presence/useServerNow'
import type { Swap } from '@/modules/swap/swapTypes'
import type { Ticket } from '@/modules/ticket/ticketTypes'
import { http, type Cover, type Items, type Leave } from '@/shared/api'
import { tenantZone } from '@/shared/i18n/zone'
import { KINDS, requestsOf, type Kind } from './requests'

const MOST = 100
const EVERY_MS = 30_000
/** Where all of a kind are, when there are more than are shown here. */
const ELSEWHERE: Record<Kind, string> = { leave: '/leave', swap: '/swaps?view=mine', cover: '/leave/covers', ticket: '/tickets?view=mine' }

/** Asks for each kind by itself, all at once: one that fails keeps none of the others away. */
export function useRequests() {
  const queries = useQueryClient()
  const { me, has, isAgent } = useMe()
  const now = useServerNow(EVERY_MS)
  const part = <T>(kind: Kind, key: string, path: string, query: Record<string, string | boolean>, enabled = true) => ({
    kind,
    enabled,
    query: useQuery({ queryKey: [key, 'own'], queryFn: ({ signal }) => http.get<Items<T>>(path, { ...query, limit: MOST }, signal), enabled }),
  })
  const leave = part<Leave>('leave', 'leaves', '/leaves', { agent: me.id })
  const swap = part<Swap>('swap', 'swaps', '/swaps', { mine: true }, isAgent)
  const cover = part<Cover>('cover', 'covers', '/covers', {}, isAgent)
  const ticket = part<Ticket>('ticket', 'tickets', '/tickets', { state: 'OPEN,PENDING,SOLVED', mine: true, order: 'DUE' }, has('customer_service', 'manager'))
  const parts = [leave, swap, cover, ticket].filter((it) => it.enabled)
  onFrame('READY', () => ['leaves', 'swaps', 'covers', 'tickets'].forEach((key) => void queries.invalidateQueries({ queryKey: [key, 'own'] })))

  const requests = computed(() =>
    requestsOf(
      {
        leave: leave.query.data.value?.items ?? [],
        swap: swap.query.data.value?.items ?? [],
        cover: cover.query.data.value?.items ?? [],
        ticket: ticket.query.data.value?.items ?? [],
      },
      me,
      tenantZone(),
      now.value,
    ),
  )
  return {
    requests,
    now,
    kinds: KINDS.filter((kind) => parts.some((it) => it.kind === kind)),
    pending: computed(() => parts.some((it) => it.query.isPending.value)),
    failed: computed(() => parts.filter((it) => it.query.isError.value).map((it) => ({ kind: it.kind, error: it.query.error.value, retry: it.query.refetch }))),
    cut: computed(() => parts.filter((it) => it.query.data.value?.next).map((it) => ({ kind: it.kind, to: ELSEWHERE[it.kind] }))),
  }
}
