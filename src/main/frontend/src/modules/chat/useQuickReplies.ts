import { useQuery, useQueryClient } from '@tanstack/vue-query'
import { computed, ref, watch, type Ref } from 'vue'
import { http, type Items } from '@/shared/api'
import { matching, type QuickReply, type Rendering, type Slash } from './quickReplies'

const PAGE = 200
const MOST_PAGES = 5
const FRESH_MS = 60_000

async function loadAll(): Promise<QuickReply[]> {
  const all: QuickReply[] = []
  let cursor: string | undefined
  for (let page = 0; page < MOST_PAGES; page++) {
    const { items, next } = await http.get<Items<QuickReply>>('/quick-replies', { limit: PAGE, cursor })
    all.push(...items)
    if (!next) break
    cursor = next
  }
  return all
}

/** What may be inserted for a slash, the one that is chosen, and its text for this conversation. */
export function useQuickReplies(slash: Ref<Slash | null>, conversationId: Ref<string>) {
  const queries = useQueryClient()
  const asked = computed(() => slash.value !== null)
  const list = useQuery({ queryKey: ['quick-replies', 'menu'], queryFn: loadAll, enabled: asked, staleTime: FRESH_MS })
  const found = computed(() => (slash.value && list.data.value ? matching(list.data.value, slash.value.query) : []))
  const at = ref(0)
  watch(() => slash.value?.query, () => (at.value = 0))
  const chosen = computed<QuickReply | undefined>(() => found.value[at.value])
  const keyOf = (reply: string) => ['quick-reply-text', reply, conversationId.value]
  const textOf = (reply: string) => http.get<Rendering>(`/quick-replies/${reply}/rendering`, { conversation: conversationId.value })
  const preview = useQuery({
    queryKey: computed(() => keyOf(chosen.value?.id ?? '')),
    queryFn: () => textOf(chosen.value!.id),
    enabled: computed(() => chosen.value !== undefined),
  })
  return {
    list,
    found,
    at,
    chosen,
    preview,
    step: (by: 1 | -1) => (at.value = (at.value + by + found.value.length) % Math.max(1, found.value.length)),
    render: (reply: QuickReply) => queries.fetchQuery({ queryKey: keyOf(reply.id), queryFn: () => textOf(reply.id) }),
  }
}
