import { onScopeDispose, reactive, ref, watch, type Ref } from 'vue'
import { me } from '@/modules/identity/useMe'
import { draftsOf, localStore, type SafeStore } from '@/shared/store'

export type DraftStore = Pick<SafeStore, 'getItem' | 'setItem' | 'removeItem' | 'lasts' | 'key' | 'length'>

const prefixOf = () => draftsOf(me())
const written = reactive(new Set<string>())

/**
 * What is being written, kept per conversation with every letter, over reloads and in each tab alike: what one tab sent
 * or changed is gone or changed in the others. `lasting` is false when the browser does not keep it over a reload.
 */
export function useDraft(conversationId: Ref<string>, store: DraftStore = localStore, prefix = prefixOf()) {
  const text = ref('')
  const lasting = ref(true)
  const key = () => prefix + conversationId.value
  let known = ''

  function load() {
    text.value = known = store.getItem(key()) ?? ''
    lasting.value = store.lasts(key())
  }
  function keep(value: string) {
    if (value === known) return
    known = value
    if (value) store.setItem(key(), value)
    else store.removeItem(key())
    lasting.value = store.lasts(key())
    mark(conversationId.value, value !== '')
  }
  // What the store holds now counts: of two tabs that wrote at once, both take the later.
  const elsewhere = (event: StorageEvent) => event.key === key() && load()

  watch(text, keep, { flush: 'sync' })
  watch(conversationId, load, { flush: 'sync' })
  load()
  window.addEventListener('storage', elsewhere)
  onScopeDispose(() => window.removeEventListener('storage', elsewhere))
  return { text, lasting }
}

/** Conversations in which something was written and not sent, in whatever tab. */
export function useDrafted(store: DraftStore = localStore, prefix = prefixOf()): ReadonlySet<string> {
  for (let i = 0; i < store.length; i++) {
    const key = store.key(i)
    if (key?.startsWith(prefix)) written.add(key.slice(prefix.length))
  }
  const elsewhere = ({ key, newValue }: StorageEvent) => key?.startsWith(prefix) && mark(key.slice(prefix.length), Boolean(newValue))
  window.addEventListener('storage', elsewhere)
  onScopeDispose(() => window.removeEventListener('storage', elsewhere))
  return written
}

function mark(conversationId: string, has: boolean): void {
  if (has) written.add(conversationId)
  else written.delete(conversationId)
}
