import { describe, expect, it } from 'vitest'
import { openStore, Slot } from './store'

describe('openStore', () => {
  it('falls back to the page when the browser refuses', () => {
    const store = openStore(() => {
      throw new DOMException('denied')
    })
    store.setItem('a', '1')
    expect([store.getItem('a'), store.length, store.key(0)]).toEqual(['1', 1, 'a'])
    store.removeItem('a')
    expect(store.getItem('a')).toBeNull()
  })
})

describe('Slot', () => {
  it('takes nonsense for nothing', () => {
    localStorage.setItem('x', '{')
    expect(new Slot(localStorage, 'x').read()).toBeNull()
  })

  it('sees what another tab wrote only when asked to', () => {
    const slot = new Slot<number>(localStorage, 'y')
    slot.write(1)
    localStorage.setItem('y', '2')
    expect(slot.read()).toBe(1)
    slot.reload()
    expect(slot.read()).toBe(2)
  })
})
