import { useQuery, useQueryClient } from '@tanstack/vue-query'
import { computed, onScopeDispose, type Ref } from 'vue'
import { connection, onFrame } from '@/modules/presence/useSocket'
import { useServerNow } from '@/modules/presence/useServerNow'
import { http, type Floor } from '@/shared/api'
import { freshnessOf, withPresence } from './floor'
import { paced } from './paced'

const AT_LEAST_EVERY_MS = 10_000
const AT_MOST_EVERY_MS = 1_000

/** The floor of a department, or of all that this person leads: asked for again when it has changed, and now and then. */
export function useFloor(department: Ref<string>) {
  const queries = useQueryClient()
  const key = computed(() => ['floor', department.value])
  const query = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => http.get<Floor>('/floor', { department: department.value }, signal),
    refetchInterval: AT_LEAST_EVERY_MS,
    staleTime: 0,
  })
  const again = paced(() => query.refetch({ cancelRefetch: false }), AT_MOST_EVERY_MS)
  onScopeDispose(again.stop)
  onFrame('FLOOR', (frame) => {
    if (!document.hidden && (!department.value || department.value === frame.department)) again.ask()
  })
  onFrame('READY', again.ask)
  onFrame('PRESENCE', (frame) =>
    queries.setQueryData<Floor>(key.value, (old) => old && withPresence(old, frame)),
  )

  const now = useServerNow(1_000)
  const floor = query.data
  const freshness = computed(() =>
    floor.value ? freshnessOf(floor.value.asOf, now.value, connection.value.state === 'ready') : null,
  )
  /** What is old stands still: nobody knows whether they still wait. */
  const seenAt = computed(() => (floor.value && freshness.value === 'stale' ? Date.parse(floor.value.asOf) : now.value))
  return { query, floor, now, seenAt, freshness }
}
