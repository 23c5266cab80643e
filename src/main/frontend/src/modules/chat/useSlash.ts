import { computed, nextTick, ref, watch, type Ref } from 'vue'
import { useToast } from '@/shared/ui/useToast'
import { insertReply, slashAt, type QuickReply } from './quickReplies'
import { useQuickReplies } from './useQuickReplies'

/** The menu of quick replies above a field: opens by a slash, is led by the keys of the field, and fills it. */
export function useSlash(area: Ref<HTMLTextAreaElement | undefined>, text: Ref<string>, conversationId: Ref<string>) {
  const toast = useToast()
  const caret = ref(0)
  const dismissed = ref(-1)
  const found = computed(() => slashAt(text.value, caret.value))
  const slash = computed(() => (found.value?.from === dismissed.value ? null : found.value))
  const replies = useQuickReplies(slash, conversationId)
  const look = () => (caret.value = area.value?.selectionStart ?? 0)
  watch(text, look, { flush: 'post' })
  watch(found, (now) => !now && (dismissed.value = -1))
  watch(conversationId, () => (dismissed.value = -1))

  async function pick(reply: QuickReply | undefined) {
    const [at, wanted] = [slash.value, conversationId.value]
    if (!reply || !at) return
    const rendered = await replies.render(reply).catch((error: unknown) => (toast.failed(error), null))
    if (!rendered || slash.value?.from !== at.from || wanted !== conversationId.value) return
    const { text: filled, start, end } = insertReply(text.value, at, caret.value, rendered.text)
    text.value = filled
    await nextTick()
    area.value?.focus()
    area.value?.setSelectionRange(start, end)
  }

  const open = computed(() => slash.value !== null)
  const actions: Record<string, () => unknown> = {
    ArrowDown: () => replies.step(1),
    ArrowUp: () => replies.step(-1),
    Enter: () => pick(replies.chosen.value),
    Tab: () => pick(replies.chosen.value),
    Escape: () => (dismissed.value = slash.value!.from),
  }
  /** Whether the key was meant for the menu; without a reply that fits, Enter is none of its business. */
  function press(event: KeyboardEvent): boolean {
    const action = open.value && !event.shiftKey && !event.altKey && !event.ctrlKey && !event.metaKey ? actions[event.key] : undefined
    if (!action || (event.key !== 'Escape' && !replies.chosen.value)) return false
    event.preventDefault()
    event.stopPropagation()
    action()
    return true
  }
  return { replies, open, look, pick, press }
}
