import { computed } from 'vue'
import { useRoute, useRouter, type LocationQueryRaw } from 'vue-router'
import { useTimes } from '@/shared/i18n/useTimes'
import { placeIn, type BoardView } from './place'

/** What the board shows and when, kept in the address: a link leads to the same place, and so does the way back. */
export function useBoardPlace() {
  const route = useRoute()
  const router = useRouter()
  const { today } = useTimes()
  const place = computed(() => placeIn(route.query, today()))
  const go = (changes: LocationQueryRaw) => void router.replace({ query: { ...route.query, ...changes } })
  return {
    view: computed<BoardView>({ get: () => place.value.view, set: (view) => go({ view }) }),
    date: computed<string>({ get: () => place.value.date, set: (date) => go({ date }) }),
    department: computed<string>({
      get: () => place.value.department,
      set: (department) => go({ department: department || undefined }),
    }),
    show: (view: BoardView, date: string) => go({ view, date }),
  }
}
