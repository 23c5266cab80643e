import { useQuery, useQueryClient } from '@tanstack/vue-query'
import { computed, onScopeDispose, ref, watch, type Ref } from 'vue'
import { http, type Conversation, type Items, type Message } from '@/shared/api'
import { tenantZone } from '@/shared/i18n/zone'
import { lastNote, movesOf } from '@/modules/handoff/transfer'
import { useHandoff, useHandoffSteps } from '@/modules/handoff/useHandoff'
import { me } from '@/modules/identity/useMe'
import { connection, onFrame, socket } from '@/modules/presence/useSocket'
import { timelineOf } from './timeline'

const PAGE = 50

/** One conversation: its data, its messages in order, and what may be done with it. */
export function useConversation(id: Ref<string>) {
  const queries = useQueryClient()
  const version = ref(0)
  const loading = ref(false)
  const failure = ref<unknown>(null)
  const readByCustomer = ref(0)

  const detail = useQuery({
    queryKey: ['conversation', id],
    queryFn: () => http.get<Conversation>(`/conversations/${id.value}`),
  })
  const history = computed(() => socket().track(id.value))
  const reload = () => {
    for (const key of ['conversation', 'handoff', 'handoff-steps']) void queries.invalidateQueries({ queryKey: [key] })
  }
  const handoffId = computed(() => detail.data.value?.handoffId ?? null)
  const { data: handoff } = useHandoff(handoffId)
  const { steps } = useHandoffSteps(handoffId)

  async function load(before: number) {
    if (loading.value) return
    const wanted = id.value
    loading.value = true
    failure.value = null
    try {
      const page = await http.get<Items<Message>>(`/conversations/${wanted}/messages`, { before, limit: PAGE })
      socket().learn(wanted, page.items, before - 1)
    } catch (error) {
      failure.value = error
    } finally {
      loading.value = false
      version.value++
    }
  }

  function loadLatest() {
    const last = detail.data.value?.lastSeq ?? 0
    if (last > 0 && history.value.empty) void load(last + 1)
  }

  watch([() => detail.data.value?.id, id], ([known]) => known === id.value && loadLatest(), { immediate: true })
  watch(id, () => (readByCustomer.value = 0))
  let drawing = 0
  /** Once per picture, however many messages came in between. */
  const redraw = () =>
    (drawing ||= requestAnimationFrame(() => {
      drawing = 0
      version.value++
    }))
  onFrame('changed', (event) => event.conversationId === id.value && redraw())
  onScopeDispose(() => cancelAnimationFrame(drawing))
  onFrame('READ', (frame) => {
    if (frame.conversationId === id.value && frame.senderType === 'CUSTOMER') readByCustomer.value = Math.max(readByCustomer.value, frame.seq)
  })
  for (const event of ['READY', 'HANDOFF_COMPLETED', 'TRANSFERRED'] as const) onFrame(event, reload)

  const messages = computed(() => (version.value, history.value.messages()))
  const mine = computed(() => detail.data.value?.agent?.id === me().id)
  return {
    detail,
    handoff: computed(() => (handoffId.value ? handoff.value : undefined)),
    steps,
    lastNote: computed(() => lastNote(steps.value)),
    failure,
    loading,
    readByCustomer,
    mine,
    writable: computed(() => mine.value && detail.data.value?.state === 'WITH_AGENT'),
    offline: computed(() => connection.value.state !== 'ready'),
    newest: computed(() => messages.value.at(-1)?.seq ?? 0),
    hasEarlier: computed(() => (version.value, history.value.oldest > 1)),
    items: computed(() => (version.value, timelineOf(messages.value, socket().outbox.list(id.value), tenantZone(), movesOf(steps.value)))),
    loadEarlier: () => (history.value.empty ? loadLatest() : void load(history.value.oldest)),
    reload,
  }
}
