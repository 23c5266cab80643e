import { onScopeDispose, ref, watch, type Ref } from 'vue'
import { onFrame } from '@/modules/presence/useSocket'

const FORGET_MS = 4_000

/** What the customer is writing right now, or an empty preview; `null` when nobody writes. */
export function useTyping(conversationId: Ref<string>) {
  const preview = ref<string | null>(null)
  let timer: ReturnType<typeof setTimeout> | undefined
  const forget = () => {
    clearTimeout(timer)
    preview.value = null
  }
  onFrame('TYPING', (frame) => {
    if (frame.conversationId !== conversationId.value) return
    clearTimeout(timer)
    preview.value = frame.preview ?? ''
    timer = setTimeout(forget, FORGET_MS)
  })
  onFrame('TEXT', (frame) => frame.conversationId === conversationId.value && frame.senderType !== 'SYSTEM' && forget())
  watch(conversationId, forget)
  onScopeDispose(forget)
  return preview
}
