import { beforeEach, describe, expect, it } from 'vitest'
import { deviceId } from './ids'
import { MemoryStore } from './testing/fake-socket'

describe('the id of a device', () => {
  let tab: MemoryStore
  let page: EventTarget
  beforeEach(() => {
    tab = new MemoryStore()
    page = new EventTarget()
  })
  const copy = (of: MemoryStore) => {
    const copied = new MemoryStore()
    for (let i = 0; i < of.length; i++) copied.setItem(of.key(i)!, of.getItem(of.key(i)!)!)
    return copied
  }

  it('outlives a reload', () => {
    const id = deviceId(tab, page)
    page.dispatchEvent(new Event('pagehide'))
    expect(deviceId(tab, new EventTarget())).toBe(id)
  })

  it('is another one in a tab that was made by duplicating this one', () => {
    expect(deviceId(copy(tab), new EventTarget())).not.toBe(deviceId(tab, page))
    const id = deviceId(tab, page)
    expect(deviceId(copy(tab), new EventTarget())).not.toBe(id)
  })

  it('is still taken by a page that came back from the history', () => {
    const id = deviceId(tab, page)
    page.dispatchEvent(new Event('pagehide'))
    page.dispatchEvent(new Event('pageshow'))
    expect(deviceId(copy(tab), new EventTarget())).not.toBe(id)
  })
})
