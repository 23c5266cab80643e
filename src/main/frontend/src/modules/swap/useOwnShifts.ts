import { useQuery } from '@tanstack/vue-query'
import { computed, type Ref } from 'vue'
import { useMe } from '@/modules/identity/useMe'
import { useRota } from '@/modules/rota/useRota'
import { http } from '@/shared/api'
import { addDays } from '@/shared/i18n/time'
import { useTimes } from '@/shared/i18n/useTimes'
import { comingShifts } from './ownShifts'
import type { SwapPage } from './swapTypes'

const MOST = 100

/** The own shifts to come in some weeks from a Monday on, and which of them an open swap holds. */
export function useOwnShifts(monday: Ref<string>, weeks: number) {
  const { me } = useMe()
  const { today } = useTimes()
  const window = computed(() => {
    const from = monday.value < today() ? today() : monday.value
    return { from, to: addDays(monday.value, 7 * weeks - 1), agent: me.id }
  })
  const query = useRota(window)
  const shifts = computed(() => (query.data.value ? comingShifts(query.data.value, Date.now()) : []))
  return { query, shifts, types: computed(() => query.data.value?.shiftTypes ?? []) }
}

export type HeldShifts = ReadonlyMap<string, { id: string; number: string }>

/** By assignment: the open swap of this person that holds it. The rota itself does not tell. */
export function useHeldShifts(enabled = true) {
  const { me } = useMe()
  const query = useQuery({
    queryKey: ['swaps', 'held'],
    queryFn: async () => {
      const asked = (['CONFIRMING', 'APPROVING'] as const).map((state) => http.get<SwapPage>('/swaps', { mine: true, state, limit: MOST }))
      return (await Promise.all(asked)).flatMap((page) => page.items)
    },
    enabled,
  })
  return computed<HeldShifts>(() => new Map(
    (query.data.value ?? []).flatMap((swap) =>
      swap.items
        .filter(({ agent }) => agent.id === me.id)
        .map(({ gives }) => [gives.assignmentId, { id: swap.id, number: swap.number }] as const),
    ),
  ))
}
