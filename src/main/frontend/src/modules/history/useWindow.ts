import { computed, onScopeDispose, ref, watch, type Ref } from 'vue'
import { timelineOf } from '@/modules/chat/timeline'
import { http, type Items, type Message } from '@/shared/api'
import { tenantZone } from '@/shared/i18n/zone'

const PAGE = 50
const AROUND = 25
/** More are never held: what is far away is dropped and asked for again when somebody comes back. */
export const MOST_HELD = 400

/** A part of a conversation around one message, which grows in both directions while somebody scrolls. */
export function useWindow(conversation: Ref<string>, seq: Ref<number>) {
  const messages = ref<Message[]>([])
  const hasBefore = ref(false)
  const hasAfter = ref(false)
  const loading = ref<'around' | 'before' | 'after' | null>(null)
  const failure = ref<unknown>(null)
  let asked: AbortController | null = null

  async function load(what: 'around' | 'before' | 'after', query: Record<string, number>, take: (page: Items<Message>) => void) {
    asked?.abort()
    asked = new AbortController()
    const { signal } = asked
    loading.value = what
    failure.value = null
    try {
      const page = await http.get<Items<Message>>(`/conversations/${conversation.value}/messages`, { ...query, limit: PAGE }, signal)
      if (!signal.aborted) take(page)
    } catch (error) {
      if (!signal.aborted) failure.value = error
    } finally {
      if (!signal.aborted) loading.value = null
    }
  }

  function around() {
    const from = seq.value > 0 ? Math.max(0, seq.value - 1 - AROUND) : null
    return load('around', from === null ? {} : { after: from }, (page) => {
      messages.value = page.items
      hasBefore.value = (page.items[0]?.seq ?? 1) > 1
      hasAfter.value = from !== null && Boolean(page.next)
    })
  }
  function before() {
    const first = messages.value[0]
    if (!first || !hasBefore.value || loading.value) return
    return load('before', { before: first.seq }, (page) => {
      const all = [...page.items, ...messages.value]
      messages.value = all.slice(0, MOST_HELD)
      hasBefore.value = (all[0]?.seq ?? 1) > 1 && page.items.length > 0
      hasAfter.value ||= all.length > MOST_HELD
    })
  }
  function after() {
    const last = messages.value.at(-1)
    if (!last || !hasAfter.value || loading.value) return
    return load('after', { after: last.seq }, (page) => {
      const all = [...messages.value, ...page.items]
      messages.value = all.slice(-MOST_HELD)
      hasAfter.value = Boolean(page.next)
      hasBefore.value ||= all.length > MOST_HELD
    })
  }

  watch(
    [conversation, seq],
    ([id, at], [before]) => {
      if (id === before && at > 0 && messages.value.some((message) => message.seq === at)) return
      messages.value = []
      void around()
    },
    { immediate: true },
  )
  onScopeDispose(() => asked?.abort())
  return { messages, items: computed(() => timelineOf(messages.value, tenantZone())), hasBefore, hasAfter, loading, failure, around, before, after }
}
