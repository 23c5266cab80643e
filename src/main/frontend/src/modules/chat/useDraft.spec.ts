import { describe, expect, it } from 'vitest'
import { effectScope, nextTick, ref } from 'vue'
import { MemoryStore } from '@/shared/socket/testing/fake-socket'
import { useDraft } from './useDraft'

describe('a draft', () => {
  it('belongs to its conversation and survives the page', async () => {
    const store = new MemoryStore()
    const id = ref('a')
    const draft = effectScope().run(() => useDraft(id, store))!
    draft.value = 'for a'
    await nextTick()
    id.value = 'b'
    await nextTick()
    expect(draft.value).toBe('')
    draft.value = 'for b'
    await nextTick()
    id.value = 'a'
    await nextTick()
    expect(draft.value).toBe('for a')
    expect(effectScope().run(() => useDraft(ref('b'), store))!.value).toBe('for b')
  })

  it('leaves nothing behind once it is sent', async () => {
    const store = new MemoryStore()
    const draft = effectScope().run(() => useDraft(ref('a'), store))!
    draft.value = 'x'
    await nextTick()
    draft.value = ''
    await nextTick()
    expect(store.length).toBe(0)
  })
})
