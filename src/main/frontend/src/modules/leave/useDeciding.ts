import { useQueryClient } from '@tanstack/vue-query'
import { computed, ref, shallowRef, type Ref } from 'vue'
import { asProblem, http, type Leave } from '@/shared/api'
import { decideEach, keptMarks, tallyOf, toggled, toggledAll, type Outcomes, type Ruling } from './deciding'
import { canDecide, type Who } from './rights'
import { STALE } from './useLeaves'

/** Requests that are marked in the list, and the decision about all of them at once. */
export function useDeciding(leaves: Ref<Leave[]>, who: Who) {
  const queries = useQueryClient()
  const marks = shallowRef<ReadonlySet<string>>(new Set())
  const outcomes = shallowRef<Outcomes>({})
  const running = ref(false)
  const marked = computed(() => keptMarks(marks.value, leaves.value, who))
  const decidable = computed(() => leaves.value.filter((leave) => canDecide(leave, who)))

  async function decide(ruling: Ruling): Promise<void> {
    if (running.value || marked.value.length === 0) return
    running.value = true
    outcomes.value = {}
    const body = { approved: ruling.approved, comment: ruling.comment.trim() || undefined }
    await decideEach(
      [...marked.value],
      (id) => http.post(`/leaves/${id}/decision`, body),
      (id, progress) => {
        outcomes.value = { ...outcomes.value, [id]: progress }
        // What is decided loses its mark; what was refused keeps it, with the reason.
        if (progress.state === 'DONE') marks.value = new Set([...marks.value].filter((each) => each !== id))
      },
      (error) => asProblem(error).conflicts ?? [],
    )
    running.value = false
    STALE.forEach((key) => void queries.invalidateQueries({ queryKey: [key] }))
  }

  return {
    marked,
    decidable,
    outcomes,
    running,
    tally: computed(() => tallyOf(outcomes.value)),
    isMarked: (id: string) => marked.value.includes(id),
    toggle: (id: string) => (marks.value = toggled(marks.value, id)),
    toggleAll: () => (marks.value = toggledAll(new Set(marked.value), leaves.value, who)),
    forget: () => (outcomes.value = {}),
    decide,
  }
}

export type Deciding = ReturnType<typeof useDeciding>
