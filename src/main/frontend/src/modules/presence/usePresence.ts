import { useQuery } from '@tanstack/vue-query'
import { ref, watch } from 'vue'
import { http, type LivePerson, type RotaLive, type Seats } from '@/shared/api'
import type { PresenceState } from '@/shared/socket'
import { me } from '@/modules/identity/useMe'
import { dateIn } from '@/shared/i18n/time'
import { connection, onFrame, socket } from './useSocket'

const state = ref<PresenceState>('OFFLINE')

/** The agent's own state: chosen here, corrected by what the server says. */
export function useOwnPresence() {
  const seats = useQuery({ queryKey: ['seats'], queryFn: () => http.get<Seats>('/seats/mine') })
  const today = dateIn(me().tenant.zone, Date.now())
  const live = useQuery({
    queryKey: ['live', today, me().department?.id ?? ''],
    queryFn: () => http.get<RotaLive>('/rota/live', { date: today, department: me().department?.id }),
  })
  watch(
    () => live.data.value?.people.find((person: LivePerson) => person.id === me().id),
    (self) => self && (state.value = self.state),
    { immediate: true },
  )
  onFrame('PRESENCE', (frame) => {
    if (frame.agentId === me().id) state.value = frame.state
  })
  onFrame('READY', () => void live.refetch())
  for (const event of ['HANDOFF_COMPLETED', 'TRANSFERRED'] as const) onFrame(event, () => void seats.refetch())

  function choose(wanted: PresenceState) {
    state.value = wanted
    socket().presence(wanted)
  }
  return { state, connection, seats: seats.data, choose }
}

