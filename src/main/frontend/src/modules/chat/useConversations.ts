import { useInfiniteQuery, useQueryClient, type InfiniteData } from '@tanstack/vue-query'
import { computed, onScopeDispose, type Ref } from 'vue'
import { http, type Conversation, type ConversationState, type Items, type Message } from '@/shared/api'
import { me } from '@/modules/identity/useMe'
import { onFrame } from '@/modules/presence/useSocket'
import { latest, seen, withMessage, withoutUnread, withRead } from './inbox'

type Pages = InfiniteData<Items<Conversation>, string>

const PAGE = 100
const TOGETHER_MS = 250

/** Conversations of one kind, kept fresh by what comes over the socket. */
export function useConversations(state: Ref<ConversationState>, reading: Ref<string | null>) {
  const queries = useQueryClient()
  const query = useInfiniteQuery({
    queryKey: ['conversations', state],
    queryFn: ({ pageParam }) => http.get<Items<Conversation>>('/conversations', { state: state.value, limit: PAGE, cursor: pageParam }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
  })
  /** Changes the page that knows; false when none does. A list that is just being fetched may be older than the change: it is asked for again. */
  const change = (next: (items: Conversation[]) => Conversation[] | null) => {
    const key = ['conversations', state.value]
    if (queries.isFetching({ queryKey: key }) > 0) again()
    const known = queries.getQueryData<Pages>(key)
    const changed = known?.pages.map((page) => next(page.items)) ?? []
    if (!known || !changed.some(Boolean)) return false
    queries.setQueryData<Pages>(key, { ...known, pages: known.pages.map((page, i) => ({ ...page, items: changed[i] ?? page.items })) })
    return true
  }
  let asking: ReturnType<typeof setTimeout> | undefined
  /** A burst of what is not known is asked for once. */
  function again() {
    clearTimeout(asking)
    asking = setTimeout(() => void queries.invalidateQueries({ queryKey: ['conversations'] }), TOGETHER_MS)
  }
  onScopeDispose(() => clearTimeout(asking))
  const self = () => ({ id: me().id, reading: document.hidden ? null : reading.value })
  function came(message: Message) {
    if (!change((items) => withMessage(items, message, self()))) again()
  }

  onFrame('TEXT', came)
  onFrame('sent', came)
  onFrame('READ', ({ senderId, conversationId, seq }) => {
    if (senderId === me().id && !change((items) => withRead(items, conversationId, seq))) again()
  })
  for (const event of ['READY', 'HANDOFF_COMPLETED', 'TRANSFERRED'] as const) onFrame(event, again)

  const items = computed(() => query.data.value?.pages.flatMap((page) => page.items) ?? [])
  return {
    query,
    /** The one with the latest word first; what is unread is told as this person sees it. */
    conversations: computed(() =>
      items.value.map((it) => seen(it, self())).sort((a, b) => latest(b) - latest(a)),
    ),
    markRead: (id: string) => change((all) => withoutUnread(all, id)),
  }
}

/** What a list already knows of a conversation, to show it before it was asked for. */
export function useListed() {
  const queries = useQueryClient()
  return (id: string): Conversation | undefined =>
    queries
      .getQueriesData<Pages>({ queryKey: ['conversations'] })
      .flatMap(([, data]) => data?.pages ?? [])
      .flatMap((page) => page.items)
      .find((conversation) => conversation.id === id)
}
