import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { effectScope, ref, type EffectScope } from 'vue'
import { message } from '@/modules/ticket/testing/scene'
import { http, ProblemError } from '@/shared/api'
import { MOST_HELD, useWindow } from './useWindow'

const LAST = 1_000
const PAGE = 50
let scope: EffectScope
/** As the server answers: the first ones after a seq, the last ones before one, or the newest. */
function answer(_: string, query: Record<string, unknown> = {}) {
  const [after, before] = [query.after as number | undefined, query.before as number | undefined]
  const first = after !== undefined ? after + 1 : Math.max(1, (before ?? LAST + 1) - PAGE)
  const last = after !== undefined ? Math.min(LAST, after + PAGE) : (before ?? LAST + 1) - 1
  const items = Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => message(first + i, `${first + i}`))
  const more = after !== undefined ? last < LAST : first > 1
  return Promise.resolve({ items, next: more ? 'x' : null }) as never
}
async function shown(seq: number, conversation = 'c1') {
  const place = { id: ref(conversation), seq: ref(seq) }
  const window = scope.run(() => useWindow(place.id, place.seq))!
  await flushPromises()
  const span = () => [window.messages.value[0]?.seq, window.messages.value.at(-1)?.seq]
  return { ...place, ...window, span }
}

beforeEach(() => {
  scope = effectScope()
  vi.spyOn(http, 'get').mockImplementation(answer)
})
afterEach(() => scope.stop())

describe('a part of a conversation', () => {
  it('begins around the message that is looked for', async () => {
    const { span, hasBefore, hasAfter } = await shown(500)
    expect(span()).toEqual([475, 524])
    expect([hasBefore.value, hasAfter.value]).toEqual([true, true])
  })

  it('begins at the end when none is looked for, and at the beginning near it', async () => {
    const end = await shown(0)
    expect(end.span()).toEqual([951, 1_000])
    expect([end.hasBefore.value, end.hasAfter.value]).toEqual([true, false])
    const begin = await shown(3, 'c2')
    expect(begin.span()).toEqual([1, 50])
    expect([begin.hasBefore.value, begin.hasAfter.value]).toEqual([false, true])
  })

  it('grows in both directions without a gap, to the ends', async () => {
    const { span, before, after, messages, hasBefore } = await shown(60)
    await before()
    await after()
    expect(span()).toEqual([1, 134])
    expect(messages.value.map(({ seq }) => seq)).toEqual(Array.from({ length: 134 }, (_, i) => i + 1))
    expect(hasBefore.value).toBe(false)
    await before()
    expect(http.get).toHaveBeenCalledTimes(3)
  })

  it('holds no more than it can, and asks again for what it let go', async () => {
    const { span, before, after, messages, hasBefore, hasAfter } = await shown(500)
    for (let i = 0; i < 10; i++) await after()
    expect(messages.value).toHaveLength(MOST_HELD)
    expect(span()).toEqual([601, 1_000])
    expect(hasAfter.value).toBe(false)
    expect(hasBefore.value).toBe(true)
    await before()
    expect(span()).toEqual([551, 950])
    expect(hasAfter.value).toBe(true)
  })

  it('keeps what is there when more fails, and tries again', async () => {
    const { span, before, failure } = await shown(500)
    vi.mocked(http.get).mockRejectedValueOnce(new ProblemError({ status: 0, code: 'offline' }))
    await before()
    expect(failure.value).toBeInstanceOf(ProblemError)
    expect(span()).toEqual([475, 524])
    await before()
    expect(span()).toEqual([425, 524])
    expect(failure.value).toBeNull()
  })

  it('goes to another message without asking when it is there, and anew when it is not', async () => {
    const { seq, span } = await shown(500)
    seq.value = 510
    await flushPromises()
    expect(http.get).toHaveBeenCalledTimes(1)
    seq.value = 900
    await flushPromises()
    expect(span()).toEqual([875, 924])
  })

  it('shows nothing of a conversation that was left for another', async () => {
    let late: (page: unknown) => void = () => {}
    vi.mocked(http.get).mockImplementationOnce(() => new Promise((resolve) => (late = resolve)) as never)
    const { id, messages } = await shown(500)
    id.value = 'c2'
    await flushPromises()
    late({ items: [message(1, '别人的话')], next: null })
    await flushPromises()
    expect(messages.value.some(({ body }) => body === '别人的话')).toBe(false)
    expect(messages.value).toHaveLength(50)
  })
})
