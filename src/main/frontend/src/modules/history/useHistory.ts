import { useInfiniteQuery, useQuery } from '@tanstack/vue-query'
import { computed, watch, type Ref } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { useMe } from '@/modules/identity/useMe'
import { http, type Conversation, type Items, type Named, type Person } from '@/shared/api'
import { tenantZone } from '@/shared/i18n/zone'
import { askedBy, filterFrom, looksForText, type HistoryFilter } from './filter'
import type { Found, Hit } from './historyTypes'

const PAGE = 30
/** So many pages without a hit are looked through by themselves; then somebody has to ask for more. */
const EMPTY_PAGES = 5
const KEPT_MS = 300_000

/** What the address asks for. Each filter that is set is a step that the back button takes back; writing on is none. */
export function useHistoryFilter() {
  const route = useRoute()
  const router = useRouter()
  const filter = computed(() => filterFrom(route.query))
  const seq = computed(() => Math.max(0, Math.trunc(Number(route.query.seq)) || 0))
  /** Where a conversation is shown beside the results, from one of its messages on. */
  const placeOf = (conversation: string, at?: number) => ({ path: `/history/${conversation}`, query: { ...named(filter.value), seq: at } })
  function change(changes: Partial<HistoryFilter>) {
    const to = { path: route.path, query: { ...named({ ...filter.value, ...changes }), seq: route.query.seq } }
    return changes.q && filter.value.q ? router.replace(to) : router.push(to)
  }
  const clear = () => router.push({ path: route.path, query: { seq: route.query.seq } })
  const close = () => router.push({ path: '/history', query: named(filter.value) })
  return { filter, seq, placeOf, change, clear, close }
}

function named(filter: HistoryFilter): Record<string, string> {
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value))
}

export function useHistory(filter: Ref<HistoryFilter>) {
  const query = useInfiniteQuery({
    queryKey: ['history', filter],
    queryFn: async ({ pageParam, signal }): Promise<Items<Found>> => {
      const asked = { ...askedBy(filter.value, tenantZone()), limit: PAGE, cursor: pageParam }
      if (looksForText(filter.value)) {
        const page = await http.get<Items<Hit>>('/messages/search', asked, signal)
        return { next: page.next, items: page.items.map((hit) => ({ kind: 'hit', key: `${hit.conversationId}-${hit.seq}`, hit })) }
      }
      const page = await http.get<Items<Conversation>>('/conversations', asked, signal)
      return { next: page.next, items: page.items.map((talk) => ({ kind: 'talk', key: talk.id, talk })) }
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next ?? null,
    staleTime: KEPT_MS,
  })
  const found = computed(() => query.data.value?.pages.flatMap((page) => page.items) ?? [])
  const looking = computed(() => found.value.length === 0 && query.hasNextPage.value && (query.data.value?.pages.length ?? 0) < EMPTY_PAGES)
  watch([looking, query.isFetching], ([more, busy]) => more && !busy && !query.error.value && void query.fetchNextPage(), { immediate: true })
  return { query, found, looking }
}

/** The people to choose an agent from, and the categories that what was found has; who leads nobody needs no list of people. */
export function useChoices(found: Ref<Found[]>) {
  const { manages } = useMe()
  const people = useQuery({ queryKey: ['users'], queryFn: () => http.get<Items<Person>>('/users'), enabled: manages, staleTime: KEPT_MS })
  const serving = (person: Person) => person.roles?.some((role) => role === 'customer_service' || role === 'manager') ?? true
  return {
    manages,
    people: computed<Named[]>(() => (people.data.value?.items ?? []).filter(serving)),
    categories: computed(() => [...new Set(found.value.flatMap((item) => (item.kind === 'talk' ? (item.talk.category ?? []) : [])))].sort()),
  }
}
