import { ref, watch, type Ref } from 'vue'

const keyOf = (id: string) => `baton.draft.${id}`

/** What is being written, kept per conversation over reloads. */
export function useDraft(conversationId: Ref<string>, store: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> = localStorage) {
  const text = ref(store.getItem(keyOf(conversationId.value)) ?? '')
  watch(conversationId, (id) => (text.value = store.getItem(keyOf(id)) ?? ''))
  watch(text, (value) => {
    const key = keyOf(conversationId.value)
    if (value) store.setItem(key, value)
    else store.removeItem(key)
  })
  return text
}
