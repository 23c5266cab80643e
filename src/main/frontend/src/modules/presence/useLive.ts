import { useQuery, useQueryClient } from '@tanstack/vue-query'
import { computed, type Ref } from 'vue'
import { http, type RotaLive } from '@/shared/api'
import { useTimes } from '@/shared/i18n/useTimes'
import { useNow } from '@/shared/ui/useNow'
import { withPresence } from './live'
import { onFrame } from './useSocket'

const EVERY_MS = 60_000

/** Today's people with their lights, kept true by presence frames; the server is asked again now and then. */
export function useLive(department: Ref<string>) {
  const queries = useQueryClient()
  const { today } = useTimes()
  const minute = useNow(EVERY_MS)
  // The day may change while the desk is open.
  const date = computed(() => (minute.value ? today() : ''))
  const key = computed(() => ['live', date.value, department.value])
  const query = useQuery({
    queryKey: key,
    queryFn: () => http.get<RotaLive>('/rota/live', { date: date.value, department: department.value }),
    refetchInterval: EVERY_MS,
  })
  onFrame('PRESENCE', (frame) =>
    queries.setQueryData<RotaLive>(key.value, (old) => old && { ...old, people: withPresence(old.people, frame) }),
  )
  onFrame('READY', () => void query.refetch())
  return { query, people: computed(() => query.data.value?.people ?? []) }
}
