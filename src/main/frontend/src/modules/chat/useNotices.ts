import { useMutation, useQuery, useQueryClient } from '@tanstack/vue-query'
import { computed } from 'vue'
import { http, type Items, type Notice } from '@/shared/api'
import { onFrame } from '@/modules/presence/useSocket'

const KEY = ['notices']

/** What a person was told; each notice stays until it is read. */
export function useNotices(onNew: (title: string) => void) {
  const queries = useQueryClient()
  const list = useQuery({ queryKey: KEY, queryFn: () => http.get<Items<Notice>>('/notices', { limit: 50 }) })
  const again = () => queries.invalidateQueries({ queryKey: KEY })
  onFrame('NOTICE', (frame) => {
    onNew(frame.title)
    void again()
    // Whatever the notice is about has changed on the server.
    void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== KEY[0] && isAbout(frame.kind, queryKey[0]) })
  })
  onFrame('READY', () => void again())

  const read = useMutation({ mutationFn: (id: string) => http.post(`/notices/${id}/read`), onSettled: again })
  const readAll = useMutation({ mutationFn: () => http.post('/notices:read-all'), onSettled: again })
  return {
    list,
    notices: computed(() => list.data.value?.items ?? []),
    unread: computed(() => (list.data.value?.items ?? []).filter((notice) => !notice.read).length),
    read: read.mutate,
    readAll: readAll.mutate,
  }
}

const SUBJECTS: Record<string, string[]> = {
  swap: ['swaps', 'rota', 'live', 'audit'],
  cover: ['covers', 'rota', 'live', 'audit'],
  leave: ['leaves', 'leave', 'rota', 'live', 'audit', 'balances', 'covers'],
  handoff: ['queue', 'conversations', 'conversation', 'handoff', 'handoff-steps', 'transfer-targets', 'customer', 'seats'],
  customer: ['customer', 'blocklist'],
  ticket: ['tickets', 'queue', 'audit', 'conversation'],
  conversation: ['conversations', 'conversation'],
}

/** Whether lists kept under this key may be stale after a notice of this kind, such as `leave.approved`. */
export function isAbout(kind: string, key: unknown): boolean {
  const subject = Object.keys(SUBJECTS).find((name) => kind.toLowerCase().includes(name))
  return subject ? SUBJECTS[subject]!.includes(String(key)) : true
}
