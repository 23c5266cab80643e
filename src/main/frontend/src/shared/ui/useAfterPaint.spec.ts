import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { effectScope, nextTick, ref } from 'vue'
import { useAfterPaint } from './useAfterPaint'

describe('a value that follows after the next picture', () => {
  beforeEach(() => vi.useFakeTimers())
  afterEach(() => vi.useRealTimers())

  const source = ref('first')
  const waits = ref(false)
  function follow() {
    source.value = 'first'
    waits.value = false
    const scope = effectScope()
    return { scope, shown: scope.run(() => useAfterPaint(() => source.value, () => waits.value))! }
  }
  async function paint() {
    await nextTick()
    vi.advanceTimersToNextFrame()
    vi.advanceTimersByTime(1)
  }

  it('is there at once, and then stays until a picture was painted', async () => {
    const { scope, shown } = follow()
    expect(shown.value).toBe('first')
    source.value = 'second'
    await nextTick()
    expect(shown.value).toBe('first')
    await paint()
    expect(shown.value).toBe('second')
    scope.stop()
  })

  it('holds on for as long as something more important is awaited', async () => {
    const { scope, shown } = follow()
    source.value = 'second'
    waits.value = true
    await paint()
    expect(shown.value).toBe('first')
    source.value = 'third'
    await paint()
    expect(shown.value).toBe('first')
    waits.value = false
    await paint()
    expect(shown.value).toBe('third')
    scope.stop()
  })

  it('follows a value that never rests', async () => {
    const { scope, shown } = follow()
    for (let i = 0; i < 20; i++) {
      source.value = `change ${i}`
      await nextTick()
      vi.advanceTimersByTime(4)
    }
    expect(shown.value).toMatch(/^change/)
    scope.stop()
  })

  it('changes nothing once its component is gone', async () => {
    const { scope, shown } = follow()
    source.value = 'second'
    await nextTick()
    scope.stop()
    await paint()
    expect(shown.value).toBe('first')
  })
})
