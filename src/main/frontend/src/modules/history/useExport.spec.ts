import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { effectScope, type EffectScope } from 'vue'
import { asProblem, http } from '@/shared/api'
import { filterFrom } from './filter'
import { useExport } from './useExport'

let scope: EffectScope
const saved = vi.fn()
const begun = () => scope.run(() => useExport(saved))!
const addressOf = () => new URL(String(vi.mocked(fetch).mock.calls[0]![0]), 'http://baton')

beforeEach(() => {
  vi.useFakeTimers()
  saved.mockReset()
  scope = effectScope()
  vi.spyOn(http, 'get').mockResolvedValue({ state: 'RUNNING', written: 500, total: 1_200 })
})
afterEach(() => {
  scope.stop()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('an export', () => {
  it('writes what the filter finds into a file, and says how far it is', async () => {
    let finish: (response: Response) => void = () => {}
    vi.stubGlobal('fetch', vi.fn(() => new Promise<Response>((resolve) => (finish = resolve))))
    const { step, running, start } = begun()
    const done = start(filterFrom({ q: '退票', state: 'CLOSED', from: '2026-11-25' }), 'json')
    expect(Object.fromEntries(addressOf().searchParams)).toMatchObject({ q: '退票', state: 'CLOSED', from: '2026-11-24T16:00:00.000Z', format: 'json', id: expect.any(String) })
    await vi.advanceTimersByTimeAsync(700)
    expect(http.get).toHaveBeenCalledWith('/conversations/export/progress', { id: addressOf().searchParams.get('id') }, expect.any(AbortSignal))
    expect(step.value).toEqual({ state: 'RUNNING', written: 500, total: 1_200 })
    finish(new Response('[]', { headers: { 'X-Total-Count': '1200' } }))
    await expect(done).resolves.toBe(true)
    expect(step.value).toEqual({ state: 'DONE', written: 1_200, total: 1_200 })
    expect(running.value).toBe(false)
    expect(saved).toHaveBeenCalledWith(expect.objectContaining({ size: 2 }), expect.stringMatching(/^conversations-\d{4}-\d{2}-\d{2}\.json$/))
  })

  it('is stopped without a file and without a failure', async () => {
    vi.stubGlobal('fetch', vi.fn((_: string, { signal }: RequestInit) => new Promise((_, reject) => signal!.addEventListener('abort', () => reject(signal!.reason)))))
    const { failure, running, start, cancel } = begun()
    const done = start(filterFrom({}), 'csv')
    cancel()
    await expect(done).resolves.toBe(false)
    expect([failure.value, running.value]).toEqual([null, false])
    expect(saved).not.toHaveBeenCalled()
  })

  it('says why it was refused, or that it was cut off', async () => {
    vi.stubGlobal('fetch', vi.fn(() => Promise.resolve(new Response(JSON.stringify({ code: 'search_too_wide', detail: '请缩小范围' }), { status: 503 }))))
    const { failure, start } = begun()
    await expect(start(filterFrom({}), 'csv')).resolves.toBe(false)
    expect(asProblem(failure.value)).toMatchObject({ status: 503, code: 'search_too_wide', detail: '请缩小范围' })
    vi.mocked(fetch).mockResolvedValueOnce({ ok: true, headers: new Headers(), blob: () => Promise.reject(new TypeError('cut')) } as unknown as Response)
    await expect(start(filterFrom({}), 'csv')).resolves.toBe(false)
    expect(asProblem(failure.value).code).toBe('offline')
    await flushPromises()
    expect(saved).not.toHaveBeenCalled()
  })
})
