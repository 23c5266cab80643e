import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/vue-query'
import { computed, type Ref } from 'vue'
import { http, urlOf, type Items } from '@/shared/api'
import { sentOf, type Category, type Draft, type Imported, type QuickReply, type Scope } from './replies'

export interface ReplyFilter {
  scope: Scope | ''
  /** Empty for all. */
  category: string
  text: string
}
export type Format = 'csv' | 'json'

const PAGE = 50
const PATH = '/quick-replies'

export function useReplies(filter: Ref<ReplyFilter>) {
  const query = useInfiniteQuery({
    queryKey: ['quick-replies', 'list', filter],
    queryFn: ({ pageParam, signal }) => {
      const { scope, category, text } = filter.value
      return http.get<Items<QuickReply>>(PATH, { scope, category, q: text, limit: PAGE, cursor: pageParam }, signal)
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next ?? null,
    placeholderData: keepPreviousData,
  })
  return { query, replies: computed(() => query.data.value?.pages.flatMap((page) => page.items) ?? []) }
}

export function useCategories() {
  const query = useQuery({ queryKey: ['quick-replies', 'categories'], queryFn: () => http.get<Items<Category>>(`${PATH}/categories`) })
  return computed(() => (query.data.value?.items ?? []).filter(({ category }) => category))
}

interface Outcome {
  onSaved: (reply: QuickReply) => void
  onRemoved: (reply: QuickReply) => void
  onFailed: (error: unknown) => void
}

/** Writes quick replies; whatever comes of it, what is shown is asked for again. */
export function useWriting(outcome: Partial<Outcome>) {
  const queries = useQueryClient()
  const refresh = () => queries.invalidateQueries({ queryKey: ['quick-replies'] })
  const save = useMutation({
    mutationFn: ({ draft, known, version }: { draft: Draft; known?: QuickReply; version?: number }) =>
      known
        ? http.put<QuickReply>(`${PATH}/${known.id}`, sentOf(draft), version ?? known.version)
        : http.create<QuickReply>(PATH, { ...sentOf(draft), scope: draft.scope, department: draft.scope === 'DEPARTMENT' ? draft.department || null : null }),
    onSuccess: outcome.onSaved,
    onSettled: refresh,
  })
  const remove = useMutation({
    mutationFn: (reply: QuickReply) => http.delete(`${PATH}/${reply.id}`, reply.version),
    onSuccess: (_, reply) => outcome.onRemoved?.(reply),
    onError: outcome.onFailed,
    onSettled: refresh,
  })
  return { save, remove, refresh }
}

export const current = (id: string) => http.get<QuickReply>(`${PATH}/${id}`)

export interface Target {
  scope: Scope
  department: string
}

export function exportUrl({ scope, department }: Target, format: Format): string {
  return urlOf(`${PATH}/export`, { scope, department: scope === 'DEPARTMENT' ? department : '', format })
}

export function sendFile(file: File, { scope, department }: Target, dryRun: boolean) {
  const form = new FormData()
  form.append('file', file)
  return http.post<Imported>('/quick-replies:import', form, { query: { scope, department: scope === 'DEPARTMENT' ? department : '', dryRun } })
}
