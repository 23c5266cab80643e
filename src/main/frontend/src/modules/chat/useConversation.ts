import { useQuery, useQueryClient } from '@tanstack/vue-query'
import { computed, onScopeDispose, reactive, ref, watch, type Ref } from 'vue'
import { http, type Conversation, type Items, type Message } from '@/shared/api'
import { tenantZone } from '@/shared/i18n/zone'
import { lastNote, movesOf } from '@/modules/handoff/transfer'
import { useHandoff, useHandoffSteps } from '@/modules/handoff/useHandoff'
import { me } from '@/modules/identity/useMe'
import { onFrame, socket } from '@/modules/presence/useSocket'
import { pendingOf, timelineOf } from './timeline'
import { useListed } from './useConversations'
import { uploads } from './useUploads'

const PAGE = 50
const EARLIER_PAGE = 200
const FEW = 20

/** One conversation: its data, its messages in order, and what may be done with it. */
export function useConversation(id: Ref<string>) {
  const queries = useQueryClient()
  const listed = useListed()
  const version = ref(0)
  const loading = reactive(new Set<string>())
  const failure = ref<unknown>()
  /** Up to where everything was read when it was opened. */
  const readSeq = ref<number>()

  const detail = useQuery({
    queryKey: ['conversation', id],
    queryFn: () => http.get<Conversation>(`/conversations/${id.value}`),
    placeholderData: () => listed(id.value),
  })
  const history = computed(() => socket().track(id.value))
  /** A message that came before the page was asked for is not a page. */
  const isShort = () => history.value.empty || (history.value.oldest > 1 && history.value.newest - history.value.oldest < FEW)
  const reload = () => {
    for (const key of ['conversation', 'handoff', 'handoff-steps']) void queries.invalidateQueries({ queryKey: [key] })
  }
  const handoffId = computed(() => detail.data.value?.handoffId ?? null)
  const { data: handoff } = useHandoff(handoffId)
  const { steps } = useHandoffSteps(handoffId)

  async function load(before: number, limit = PAGE) {
    const wanted = id.value
    if (loading.has(wanted)) return
    loading.add(wanted)
    failure.value = undefined
    try {
      const page = await http.get<Items<Message>>(`/conversations/${wanted}/messages`, { before, limit })
      socket().learn(wanted, page.items, before - 1)
    } catch (error) {
      if (wanted === id.value) failure.value = error
    } finally {
      loading.delete(wanted)
      version.value++
    }
  }

  /** The newest page once, and later whatever the server knows beyond what is here. */
  function loadLatest() {
    const { id: known, lastSeq = 0 } = detail.data.value ?? {}
    const { empty, oldest, newest } = history.value
    if (known !== id.value || lastSeq === 0) return
    if (empty) void load(lastSeq + 1)
    else if (isShort()) void load(oldest)
    if (!empty && lastSeq > newest) socket().learn(id.value, [], lastSeq)
  }
  watch([() => detail.data.value?.lastSeq, id], loadLatest, { immediate: true })
  watch(id, () => (readSeq.value = failure.value = undefined))
  watch(
    () => detail.data.value,
    (now) => now?.id === id.value && (readSeq.value ??= now.unread > 0 && now.agent?.id === me().id ? now.readSeq : -1),
    { immediate: true },
  )
  let drawing = 0
  /** Once per picture, however many messages came in between. */
  const redraw = () =>
    (drawing ||= requestAnimationFrame(() => {
      drawing = 0
      version.value++
    }))
  onFrame('changed', (event) => event.conversationId === id.value && redraw())
  onScopeDispose(() => cancelAnimationFrame(drawing))
  onFrame('READ', ({ conversationId, senderType, seq }) => {
    if (senderType !== 'CUSTOMER') return
    queries.setQueryData<Conversation>(['conversation', conversationId], (old) => old && { ...old, customerReadSeq: Math.max(old.customerReadSeq, seq) })
  })
  for (const event of ['READY', 'HANDOFF_COMPLETED', 'TRANSFERRED'] as const) onFrame(event, reload)

  const messages = computed(() => (version.value, history.value.messages()))
  const moves = computed(() => movesOf(steps.value))
  const said = computed(() => timelineOf(messages.value, tenantZone(), { moves: moves.value, readSeq: readSeq.value }))
  const pending = computed(() => (version.value, pendingOf(messages.value, socket().outbox.list(id.value), uploads.of(id.value))))
  const mine = computed(() => detail.data.value?.agent?.id === me().id)
  return {
    detail,
    handoff: computed(() => (handoffId.value ? handoff.value : undefined)),
    steps,
    lastNote: computed(() => lastNote(steps.value)),
    failure,
    loading: computed(() => loading.has(id.value)),
    /** The newest page was asked for and has not come yet. */
    awaited: computed(() => (version.value, loading.has(id.value) && isShort())),
    readByCustomer: computed(() => detail.data.value?.customerReadSeq ?? 0),
    /** Agents who had it, by id. */
    names: computed(() => new Map([detail.data.value?.agent, ...moves.value.flatMap(({ from, to }) => [from, to])].flatMap((one) => (one ? [[one.id, one.name]] : [])))),
    mine,
    writable: computed(() => mine.value && detail.data.value?.state === 'WITH_AGENT'),
    newest: computed(() => messages.value.at(-1)?.seq ?? 0),
    hasEarlier: computed(() => (version.value, history.value.oldest > 1)),
    items: computed(() => [...said.value, ...pending.value]),
    loadEarlier: () => (history.value.empty ? loadLatest() : void load(history.value.oldest, EARLIER_PAGE)),
    reload,
  }
}
