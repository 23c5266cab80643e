import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/vue-query'
import { computed, type Ref } from 'vue'
import { onFrame } from '@/modules/presence/useSocket'
import { asProblem, http, type CustomerNote, type CustomerProfile, type Items } from '@/shared/api'

const EVERY_MS = 20_000
const NOTES = 10

/** Whether the customer is none of whoever looks: nothing went wrong, there is just nothing to show. */
export const isNotOurs = (error: unknown) => [403, 404].includes(asProblem(error).status)

/** What the site told of a customer; asked again while somebody looks, for the socket does not tell. */
export function useProfile(id: Ref<string>) {
  const queries = useQueryClient()
  onFrame('READY', () => void queries.invalidateQueries({ queryKey: ['customer-profile'] }))
  return useQuery({
    queryKey: ['customer-profile', id],
    queryFn: () => http.get<CustomerProfile>(`/customers/${id.value}/profile`),
    refetchInterval: (query) => (query.state.error ? false : EVERY_MS),
    retry: false,
  })
}

/** The notes of a customer, newest first. */
export function useNotes(id: Ref<string>) {
  const query = useInfiniteQuery({
    queryKey: ['customer-notes', id],
    queryFn: ({ pageParam }) => http.get<Items<CustomerNote>>(`/customers/${id.value}/notes`, { limit: NOTES, cursor: pageParam }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
    refetchInterval: ({ state }) => (state.error ? false : EVERY_MS),
    retry: false,
  })
  return { query, notes: computed(() => query.data.value?.pages.flatMap((page) => page.items) ?? []) }
}

export interface NoteWish {
  text: string
  conversationId?: string
  /** The same again writes nothing twice. */
  key: string
}

/** Writes a note. */
export function useNoting(id: Ref<string>, onSuccess: () => void) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ key, ...note }: NoteWish) => http.create<CustomerNote>(`/customers/${id.value}/notes`, note, key),
    onSuccess,
    onSettled: () => queries.invalidateQueries({ queryKey: ['customer-notes'] }),
  })
}

/** What carries tags: `/customers/…` or `/conversations/…`. */
export function useTagging(path: Ref<string>, onError: (error: unknown) => void) {
  const queries = useQueryClient()
  const onSettled = () =>
    ['customer-profile', 'conversation', 'conversations'].forEach((key) => void queries.invalidateQueries({ queryKey: [key] }))
  return useMutation({
    mutationFn: ({ name, add }: { name: string; add: boolean }) =>
      add ? http.post<{ tags: string[] }>(`${path.value}/tags`, { name }) : http.delete(`${path.value}/tags?name=${encodeURIComponent(name)}`),
    onError,
    onSettled,
  })
}

/** Tags in use that begin with a text. */
export const suggestedTags = (text: string) => http.get<Items<string>>('/tags', { q: text }).then(({ items }) => items)

/** Categories of the last conversations that hold a text. */
export const suggestedCategories = (text: string) =>
  http.get<Items<string>>('/categories').then(({ items }) => items.filter((name) => name.toLowerCase().includes(text.toLowerCase())))
