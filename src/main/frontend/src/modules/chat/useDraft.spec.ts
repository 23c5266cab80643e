import { beforeEach, describe, expect, it } from 'vitest'
import { effectScope, nextTick, ref, type EffectScope } from 'vue'
import { MemoryStore } from '@/shared/socket/testing/fake-socket'
import { SafeStore } from '@/shared/store'
import { useDraft, useDrafted } from './useDraft'

const PREFIX = 'draft.'

describe('a draft', () => {
  let browser: MemoryStore
  let scope: EffectScope
  const tab = (store = new SafeStore(() => browser), id = ref('a')) => ({ id, ...scope.run(() => useDraft(id, store, PREFIX))! })
  /** Every other tab hears of what one tab stored. */
  const told = (id: string) => dispatchEvent(new StorageEvent('storage', { key: PREFIX + id, newValue: browser.getItem(PREFIX + id) }))

  beforeEach(() => {
    scope?.stop()
    scope = effectScope()
    browser = new MemoryStore()
  })

  it('belongs to its conversation and survives the page', async () => {
    const { id, text } = tab()
    text.value = 'for a'
    id.value = 'b'
    await nextTick()
    expect(text.value).toBe('')
    text.value = 'for b'
    id.value = 'a'
    expect(text.value).toBe('for a')
    expect(tab(undefined, ref('b')).text.value).toBe('for b')
  })

  it('is kept with every letter, so that a reload in mid-sentence loses nothing', () => {
    const { text } = tab()
    for (const so_far of ['好', '好的', '好的，']) {
      text.value = so_far
      expect(tab().text.value).toBe(so_far)
    }
  })

  it('leaves nothing behind once it is sent', () => {
    const { text } = tab()
    text.value = 'x'
    text.value = ''
    expect(browser.length).toBe(0)
  })

  it('is the same in two tabs, and gone in both once one has sent it', () => {
    const [one, two] = [tab(), tab()]
    one.text.value = '同一份草稿'
    told('a')
    expect(two.text.value).toBe('同一份草稿')
    two.text.value = ''
    told('a')
    expect(one.text.value).toBe('')
  })

  it('becomes the later of two that were written at once', () => {
    const [one, two] = [tab(), tab()]
    one.text.value = 'first'
    two.text.value = 'second'
    told('a')
    told('a')
    expect([one.text.value, two.text.value]).toEqual(['second', 'second'])
  })

  it('lives as long as the page when the store is full, and says so', () => {
    const store = new SafeStore(() => browser)
    browser.refuses = true
    const { id, text, lasting } = tab(store)
    text.value = 'x'.repeat(8_000)
    expect(lasting.value).toBe(false)
    id.value = 'b'
    expect(lasting.value).toBe(true)
    id.value = 'a'
    expect([text.value.length, lasting.value]).toEqual([8_000, false])
  })

  it('can be written where the store is forbidden', () => {
    const { text, lasting } = tab(
      new SafeStore(() => {
        throw new DOMException('denied', 'SecurityError')
      }),
    )
    text.value = 'x'
    expect([text.value, lasting.value]).toEqual(['x', false])
  })

  it('shows in the list, whichever tab wrote it', () => {
    browser.setItem(`${PREFIX}b`, 'from before')
    const drafted = scope.run(() => useDrafted(new SafeStore(() => browser), PREFIX))!
    tab().text.value = 'x'
    expect([...drafted].sort()).toEqual(['a', 'b'])
    dispatchEvent(new StorageEvent('storage', { key: `${PREFIX}b`, newValue: null }))
    expect([...drafted]).toEqual(['a'])
  })
})
