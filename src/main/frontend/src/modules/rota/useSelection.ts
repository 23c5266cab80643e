import { computed, shallowRef, watch, type Ref } from 'vue'
import { countOf, keptOf, marked, spotsOf, unmarked, walked, type Area, type Cell, type Reach } from './marks'

/** What is marked on the board and where the keys are; follows the people and forgets the marks with the dates. */
export function useSelection(ids: Ref<string[]>, dates: Ref<string[]>) {
  const state = shallowRef(unmarked())

  watch(ids, (now) => (state.value = keptOf(state.value, now, dates.value.length)))
  watch(
    () => dates.value.join(),
    () => (state.value = keptOf(unmarked(state.value.focus), ids.value, dates.value.length)),
  )

  return {
    state,
    size: computed(() => ({ rows: ids.value.length, columns: dates.value.length })),
    count: computed(() => countOf(state.value.marks)),
    spots: () => spotsOf(state.value.marks, ids.value, dates.value),
    mark: (area: Area, focus: Cell, reach: Reach) => (state.value = marked(state.value, ids.value, area, focus, reach)),
    walk: (focus: Cell) => (state.value = walked(state.value, focus)),
    clear: () => (state.value = unmarked(state.value.focus)),
  }
}

export type BoardSelection = ReturnType<typeof useSelection>
