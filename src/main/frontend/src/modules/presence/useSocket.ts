import { onScopeDispose, ref } from 'vue'
import type { Me } from '@/shared/api'
import { currentLocale } from '@/shared/i18n'
import { BatonClient, CLOSED, deviceId, monotonic, type ClientEvents, type ConnectionState } from '@/shared/socket'
import { localStore, sessionStore } from '@/shared/store'

/** The one connection of the desk, and what is known of it. */
export const connection = ref<{ state: ConnectionState; closeCode?: number; since: number }>({
  state: 'connecting',
  since: monotonic(),
})

const REVOKED_AGAIN_MS = 30_000

let client: BatonClient | null = null

/** `ask` fails when nobody is logged in any more, and then sends the person to the log-in. */
export function openSocket(me: Me, ask: () => Promise<unknown>): BatonClient {
  const scheme = location.protocol === 'https:' ? 'wss' : 'ws'
  const device = encodeURIComponent(deviceId(sessionStore))
  client = new BatonClient({
    address: () => ({ url: `${scheme}://${location.host}/ws/agent?device=${device}&lang=${currentLocale()}` }),
    store: localStore,
    storePrefix: `baton.unsent.${me.tenant.id}.${me.id}.`,
    senderType: 'AGENT',
  })
  let revokedAt = -Infinity
  client.on('state', (change) => {
    connection.value = { ...change, since: monotonic() }
    if (change.closeCode !== CLOSED.revoked || monotonic() - revokedAt < REVOKED_AGAIN_MS) return
    revokedAt = monotonic()
    void comeBack(ask)
  })
  client.on('refused', () => void ask().catch(() => {}))
  for (const event of ['online', 'offline']) window.addEventListener(event, () => client?.hurry())
  document.addEventListener('visibilitychange', () => !document.hidden && client?.hurry())
  client.start()
  return client
}

/** The right to be here has ended: whoever is still logged in goes on, everybody else is sent to the log-in. */
async function comeBack(ask: () => Promise<unknown>): Promise<void> {
  if (await ask().then(() => true, () => false)) client?.start()
}

export function socket(): BatonClient {
  if (!client) throw new Error('the socket is opened after the log-in')
  return client
}

/** Listens as long as the calling component lives. */
export function onFrame<K extends keyof ClientEvents>(event: K, listener: (frame: ClientEvents[K]) => void): void {
  onScopeDispose(socket().on(event, listener))
}
