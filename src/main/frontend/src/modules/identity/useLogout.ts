import { ElMessageBox } from 'element-plus'
import { useI18n } from 'vue-i18n'
import { http, type Conversation, type Items } from '@/shared/api'
import { goTo } from '@/shared/away'
import { draftsOf, localStore } from '@/shared/store'
import { useToast } from '@/shared/ui/useToast'
import { socket } from '@/modules/presence/useSocket'
import { setLeaving } from './login'
import { me } from './useMe'

/** Logs out here and at the identity provider; whoever still serves customers is asked before these are handed over. */
export function useLogout() {
  const { t } = useI18n()
  const toast = useToast()

  async function handsOver(count: number): Promise<boolean> {
    return ElMessageBox.confirm(t('identity.leaving.how', { count }), t('identity.leaving.title'), {
      confirmButtonText: t('identity.leaving.handOver'),
      cancelButtonText: t('identity.leaving.stay'),
      type: 'warning',
    }).then(
      () => true,
      () => false,
    )
  }

  return async () => {
    const open = await served()
    if (open > 0 && !(await handsOver(open))) return
    // Before the session ends: whatever is told of its end would ask for a new log-in and win over this way out.
    setLeaving(true)
    socket().stop()
    try {
      const { location: target } = await http.post<{ location: string }>('/logout')
      localStore.forget(draftsOf(me()))
      goTo(target)
    } catch (error) {
      setLeaving(false)
      socket().start()
      toast.failed(error)
    }
  }
}

/** How many customers this person serves; nobody is kept from leaving because that cannot be told. */
async function served(): Promise<number> {
  const open = http.get<Items<Conversation>>('/conversations', { state: 'WITH_AGENT', limit: 200 })
  return open.then(
    ({ items }) => items.filter((conversation) => conversation.agent?.id === me().id).length,
    () => 0,
  )
}
