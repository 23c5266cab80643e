import { describe, expect, it } from 'vitest'
import { effectScope, nextTick, ref } from 'vue'
import { useBubble } from './useBubble'

const press = (key: string, options: KeyboardEventInit = {}) =>
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, ...options }))

describe('a bubble beside its opener', () => {
  function bubble() {
    const scope = effectScope()
    const opener = ref(document.body.appendChild(document.createElement('button')))
    const open = scope.run(() => useBubble(opener))!
    return { scope, open, opener }
  }

  it('is closed by Escape alone, which leads back to the opener and reaches nobody else', async () => {
    const { scope, open, opener } = bubble()
    let others = 0
    document.body.addEventListener('keydown', () => others++)
    open.value = true
    await nextTick()
    press('a')
    press('Escape', { isComposing: true })
    expect([open.value, others]).toEqual([true, 2])
    press('Escape')
    expect([open.value, others]).toEqual([false, 2])
    expect(document.activeElement).toBe(opener.value)
    scope.stop()
  })

  it('leaves Escape alone while it is closed and once it is gone', async () => {
    const { scope, open } = bubble()
    let others = 0
    document.body.addEventListener('keydown', () => others++)
    press('Escape')
    open.value = true
    await nextTick()
    scope.stop()
    press('Escape')
    expect([open.value, others]).toEqual([true, 2])
  })
})
