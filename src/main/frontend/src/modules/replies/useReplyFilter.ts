import { computed } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { SCOPES } from './replies'
import type { ReplyFilter } from './useReplies'

const text = (value: unknown) => (typeof value === 'string' ? value : '')

/** What the address asks for. */
export function useReplyFilter() {
  const route = useRoute()
  const router = useRouter()
  const filter = computed<ReplyFilter>(() => ({
    scope: SCOPES.find((scope) => scope === route.query.scope) ?? '',
    category: text(route.query.category).slice(0, 50),
    text: text(route.query.text).slice(0, 100),
  }))
  function change(changes: Partial<ReplyFilter>) {
    const named = Object.fromEntries(Object.entries(changes).map(([name, value]) => [name, value || undefined]))
    return router.replace({ query: { ...route.query, ...named } })
  }
  return { filter, change }
}
