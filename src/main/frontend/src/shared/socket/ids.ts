/** A random UUID, also on pages served without TLS, where browsers offer no `randomUUID`. */
export function uuid(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID()
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = (bytes[6]! & 0x0f) | 0x40
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

/** An id that is stable over reloads of this tab and different in each tab. */
export function deviceId(store: Pick<Storage, 'getItem' | 'setItem'> | null): string {
  const known = store?.getItem('baton.device')
  if (known) return known
  const id = uuid()
  store?.setItem('baton.device', id)
  return id
}
