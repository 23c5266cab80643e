import { describe, expect, it } from 'vitest'
import { MemoryStore } from './socket/testing/fake-socket'
import { SafeStore } from './store'

const keysOf = (store: SafeStore) => Array.from({ length: store.length }, (_, i) => store.key(i))

describe('a store that may be refused', () => {
  it('is the one of the browser while that takes things', () => {
    const browser = new MemoryStore()
    const store = new SafeStore(() => browser)
    store.setItem('a', '1')
    expect([browser.getItem('a'), store.getItem('a'), store.lasts('a')]).toEqual(['1', '1', true])
    store.removeItem('a')
    expect([browser.length, store.getItem('a')]).toEqual([0, null])
  })

  it('keeps for the page what a full one does not take, and what was stored before', () => {
    const browser = new MemoryStore()
    browser.setItem('old', 'kept')
    const store = new SafeStore(() => browser)
    browser.refuses = true
    store.setItem('new', '2')
    expect([store.getItem('old'), store.getItem('new'), store.lasts('new')]).toEqual(['kept', '2', false])
    expect(keysOf(store)).toEqual(['old', 'new'])
    browser.refuses = false
    store.setItem('new', '3')
    expect([browser.getItem('new'), store.lasts('new'), store.length]).toEqual(['3', true, 2])
  })

  it('works where the browser forbids even to look', () => {
    const store = new SafeStore(() => {
      throw new DOMException('denied', 'SecurityError')
    })
    store.setItem('a', '1')
    expect([store.getItem('a'), store.getItem('b'), keysOf(store)]).toEqual(['1', null, ['a']])
    store.removeItem('a')
    expect(store.length).toBe(0)
  })

  it('forgets what begins alike, stored or kept', () => {
    const browser = new MemoryStore()
    const store = new SafeStore(() => browser)
    store.setItem('draft.1', 'a')
    store.setItem('theme', 'dark')
    browser.refuses = true
    store.setItem('draft.2', 'b')
    browser.refuses = false
    store.forget('draft.')
    expect(keysOf(store)).toEqual(['theme'])
  })
})
