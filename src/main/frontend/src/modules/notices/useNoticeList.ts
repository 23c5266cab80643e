import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/vue-query'
import { computed, type Ref } from 'vue'
import { onFrame } from '@/modules/presence/useSocket'
import { http, type Items, type Notice } from '@/shared/api'

const PAGE = 30

/** All notices or those that are unread, page by page, the newest first. */
export function useNoticeList(unread: Ref<boolean>, onError: (error: unknown) => void) {
  const queries = useQueryClient()
  const query = useInfiniteQuery({
    queryKey: ['notices', 'list', unread],
    queryFn: ({ pageParam, signal }) => http.get<Items<Notice>>('/notices', { unread: unread.value || undefined, limit: PAGE, cursor: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next ?? null,
  })
  const again = () => queries.invalidateQueries({ queryKey: ['notices'] })
  for (const event of ['NOTICE', 'READY'] as const) onFrame(event, () => void again())
  const read = useMutation({ mutationFn: (id: string) => http.post(`/notices/${id}/read`), onError, onSettled: again })
  const readAll = useMutation({ mutationFn: () => http.post('/notices:read-all'), onError, onSettled: again })
  return { query, notices: computed(() => query.data.value?.pages.flatMap((page) => page.items) ?? []), read, readAll }
}
