/** A random UUID, also on pages served without TLS, where browsers offer no `randomUUID`. */
export function uuid(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID()
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = (bytes[6]! & 0x0f) | 0x40
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

const DEVICE = 'baton.device'
const TAKEN = 'baton.device.taken'

/**
 * An id that is stable over reloads of this tab and different in each tab, also in one that was made by duplicating this
 * one: such a tab begins with a copy of the store of a page that has not left.
 */
export function deviceId(store: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>, page: EventTarget = window): string {
  const known = store.getItem(TAKEN) === null ? store.getItem(DEVICE) : null
  const id = known ?? uuid()
  const take = () => store.setItem(TAKEN, id)
  store.setItem(DEVICE, id)
  take()
  page.addEventListener('pagehide', () => store.removeItem(TAKEN))
  page.addEventListener('pageshow', take)
  return id
}
