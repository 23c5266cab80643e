import { useI18n } from 'vue-i18n'
import { useRoute, useRouter } from 'vue-router'
import { onFrame } from '@/modules/presence/useSocket'
import { notify } from './alerts'
import { ping } from './attention'
import { previewOf } from './inbox'

/** Makes an agent look when a customer writes, whichever page is open, unless that conversation is before the eyes. */
export function useAlerts(): void {
  const { t } = useI18n()
  const route = useRoute()
  const router = useRouter()
  onFrame('TEXT', ({ senderType, conversationId, id, body, contentType }) => {
    const looking = !document.hidden && document.hasFocus() && route.path === `/chat/${conversationId}`
    if (senderType !== 'CUSTOMER' || looking) return
    const text = previewOf(body, contentType)
    ping([...text].slice(0, 24).join(''), id)
    notify(`baton.${conversationId}`, t('chat.alert.written'), text, () => void router.push(`/chat/${conversationId}`))
  })
}
