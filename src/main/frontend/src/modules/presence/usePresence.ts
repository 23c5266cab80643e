import { useQuery } from '@tanstack/vue-query'
import { computed, ref, watch } from 'vue'
import { http, type Seats } from '@/shared/api'
import type { PresenceState } from '@/shared/socket'
import { me } from '@/modules/identity/useMe'
import { useLive } from './useLive'
import { connection, onFrame, socket } from './useSocket'

const state = ref<PresenceState>('OFFLINE')

/** The agent's own state: chosen here, corrected by what the server says. */
export function useOwnPresence() {
  const seats = useQuery({ queryKey: ['seats'], queryFn: () => http.get<Seats>('/seats/mine') })
  const { people } = useLive(ref(me().department?.id ?? ''))
  const self = computed(() => people.value.find((person) => person.id === me().id))
  watch(self, (seen) => seen && (state.value = seen.state), { immediate: true })
  onFrame('PRESENCE', (frame) => {
    if (frame.agentId === me().id) state.value = frame.state
  })
  for (const event of ['HANDOFF_ACCEPTED', 'HANDOFF_COMPLETED', 'TRANSFERRED'] as const) onFrame(event, () => void seats.refetch())

  function choose(wanted: PresenceState) {
    state.value = wanted
    socket().presence(wanted)
  }
  return { state, connection, seats: seats.data, choose }
}
