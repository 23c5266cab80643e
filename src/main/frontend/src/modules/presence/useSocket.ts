import { onScopeDispose, ref } from 'vue'
import type { Me } from '@/shared/api'
import { BatonClient, deviceId, type ClientEvents, type ConnectionState } from '@/shared/socket'

/** The one connection of the desk, and what is known of it. */
export const connection = ref<{ state: ConnectionState; closeCode?: number; since: number }>({
  state: 'connecting',
  since: Date.now(),
})

let client: BatonClient | null = null

export function openSocket(me: Me, onRefused: () => void): BatonClient {
  const scheme = location.protocol === 'https:' ? 'wss' : 'ws'
  const device = encodeURIComponent(deviceId(sessionStorage))
  client = new BatonClient({
    address: () => ({ url: `${scheme}://${location.host}/ws/agent?device=${device}` }),
    store: localStorage,
    storePrefix: `baton.unsent.${me.tenant.id}.${me.id}.`,
    senderType: 'AGENT',
  })
  client.on('state', (change) => (connection.value = { ...change, since: Date.now() }))
  client.on('refused', onRefused)
  window.addEventListener('online', () => client?.hurry())
  document.addEventListener('visibilitychange', () => !document.hidden && client?.hurry())
  client.start()
  return client
}

export function socket(): BatonClient {
  if (!client) throw new Error('the socket is opened after the log-in')
  return client
}

/** Listens as long as the calling component lives. */
export function onFrame<K extends keyof ClientEvents>(event: K, listener: (frame: ClientEvents[K]) => void): void {
  onScopeDispose(socket().on(event, listener))
}
