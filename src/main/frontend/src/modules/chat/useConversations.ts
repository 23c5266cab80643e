import { useQuery, useQueryClient } from '@tanstack/vue-query'
import { computed, type Ref } from 'vue'
import { http, type Conversation, type ConversationState, type Items } from '@/shared/api'
import { me } from '@/modules/identity/useMe'
import { onFrame } from '@/modules/presence/useSocket'
import { ping } from './attention'
import { latest, withMessage, withoutUnread } from './inbox'

type List = Items<Conversation>

/** Conversations of one kind, kept fresh by what comes over the socket. */
export function useConversations(state: Ref<ConversationState>, reading: Ref<string | null>) {
  const queries = useQueryClient()
  const query = useQuery({
    queryKey: ['conversations', state],
    queryFn: () => http.get<List>('/conversations', { state: state.value, limit: 100 }),
  })
  const change = (next: (items: Conversation[]) => Conversation[] | null) => {
    const key = ['conversations', state.value]
    const known = queries.getQueryData<List>(key)
    const items = known && next(known.items)
    if (known && items) queries.setQueryData<List>(key, { ...known, items })
    return Boolean(items)
  }
  const again = () => void queries.invalidateQueries({ queryKey: ['conversations'] })

  onFrame('TEXT', (frame) => {
    const looking = document.hidden ? null : reading.value
    if (!change((items) => withMessage(items, frame, { id: me().id, reading: looking }))) again()
    if (frame.senderType === 'CUSTOMER' && looking !== frame.conversationId) ping(frame.body.slice(0, 24))
  })
  onFrame('ACK', (frame) => frame.seq !== undefined && again())
  for (const event of ['READY', 'HANDOFF_COMPLETED', 'TRANSFERRED'] as const) onFrame(event, again)

  return {
    query,
    conversations: computed(() => [...(query.data.value?.items ?? [])].sort((a, b) => latest(b) - latest(a))),
    markRead: (id: string) => change((items) => withoutUnread(items, id)),
  }
}
