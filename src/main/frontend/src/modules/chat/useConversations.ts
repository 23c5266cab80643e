import { useQuery, useQueryClient } from '@tanstack/vue-query'
import { computed, onScopeDispose, type Ref } from 'vue'
import { http, type Conversation, type ConversationState, type Items, type Message } from '@/shared/api'
import { me } from '@/modules/identity/useMe'
import { onFrame } from '@/modules/presence/useSocket'
import { ping } from './attention'
import { latest, withMessage, withoutUnread, withRead } from './inbox'

type List = Items<Conversation>

const TOGETHER_MS = 250

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
  let asking: ReturnType<typeof setTimeout> | undefined
  /** A burst of what is not known is asked for once. */
  function again() {
    clearTimeout(asking)
    asking = setTimeout(() => void queries.invalidateQueries({ queryKey: ['conversations'] }), TOGETHER_MS)
  }
  onScopeDispose(() => clearTimeout(asking))
  function came(message: Message, looking: string | null) {
    if (!change((items) => withMessage(items, message, { id: me().id, reading: looking }))) again()
  }

  onFrame('TEXT', (frame) => {
    const looking = document.hidden ? null : reading.value
    came(frame, looking)
    if (frame.senderType === 'CUSTOMER' && looking !== frame.conversationId) ping(frame.body.slice(0, 24))
  })
  onFrame('sent', (message) => came(message, reading.value))
  onFrame('READ', ({ senderId, conversationId, seq }) => {
    if (senderId === me().id && !change((items) => withRead(items, conversationId, seq))) again()
  })
  for (const event of ['READY', 'HANDOFF_COMPLETED', 'TRANSFERRED'] as const) onFrame(event, again)

  return {
    query,
    conversations: computed(() => [...(query.data.value?.items ?? [])].sort((a, b) => latest(b) - latest(a))),
    markRead: (id: string) => change((items) => withoutUnread(items, id)),
  }
}
