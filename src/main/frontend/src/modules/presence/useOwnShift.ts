import { computed } from 'vue'
import { me } from '@/modules/identity/useMe'
import { useRota } from '@/modules/rota/useRota'
import { addDays } from '@/shared/i18n/time'
import { useTimes } from '@/shared/i18n/useTimes'
import { nextShift } from './live'
import { useServerNow } from './useServerNow'

const EVERY_MS = 15_000

/** The own shift that runs, one that began yesterday included, or the next one of today. */
export function useOwnShift() {
  const { dateOf } = useTimes()
  const now = useServerNow(EVERY_MS)
  const today = computed(() => dateOf(now.value))
  const window = computed(() => ({ from: addDays(today.value, -1), to: today.value, agent: me().id }))
  const rota = useRota(window)
  return computed(() => nextShift(rota.data.value?.assignments ?? [], now.value))
}
