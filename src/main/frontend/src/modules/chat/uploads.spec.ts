import { beforeEach, describe, expect, it, vi } from 'vitest'
import { ProblemError } from '@/shared/api'
import type { Message } from '@/shared/socket'
import { mistakeOf, previewOf, Uploads, type Send } from './uploads'

const sized = (size: number, name = 'a.png') => Object.defineProperty(new File(['x'], name, { type: 'image/png' }), 'size', { value: size })
const refusal = (status: number, more = {}) => new ProblemError({ status, code: 'no', ...more })

describe('files on their way', () => {
  let ends: { done: () => void; fail: (error: unknown) => void; id: string; signal: AbortSignal; progress: (share: number) => void }[]
  const sent = vi.fn()
  let uploads: Uploads
  const send: Send = ({ id }, progress, signal) =>
    new Promise((resolve, reject) => {
      signal.addEventListener('abort', () => reject(new DOMException('cancelled', 'AbortError')))
      ends.push({ id, signal, progress, done: () => resolve({ id } as Message), fail: reject })
    })
  const settle = () => new Promise((resolve) => setTimeout(resolve))
  const states = () => uploads.all.map(({ state }) => state)

  beforeEach(() => {
    ends = []
    sent.mockReset()
    vi.stubGlobal('URL', Object.assign(URL, { createObjectURL: () => 'blob:x', revokeObjectURL: vi.fn() }))
    uploads = new Uploads(send, sent)
  })

  it('go one after the other in a conversation, and side by side in two', async () => {
    uploads.add('a', sized(1))
    uploads.add('a', sized(2))
    uploads.add('b', sized(3))
    expect(states()).toEqual(['sending', 'waiting', 'sending'])
    ends[0]!.progress(0.5)
    expect(uploads.of('a')[0]!.share).toBe(0.5)
    ends[0]!.done()
    await settle()
    expect(sent).toHaveBeenCalledExactlyOnceWith({ id: ends[0]!.id })
    expect(states()).toEqual(['sending', 'sending'])
  })

  it('go on with the same id when the network is back', async () => {
    uploads.add('a', sized(1))
    ends[0]!.fail(refusal(0))
    await settle()
    expect(states()).toEqual(['broken'])
    uploads.resume()
    expect(ends[1]!.id).toBe(ends[0]!.id)
  })

  it('wait as long as the server asks for', async () => {
    vi.useFakeTimers()
    uploads.add('a', sized(1))
    ends[0]!.fail(refusal(429, { retryAfterSeconds: 7 }))
    await vi.advanceTimersByTimeAsync(6_900)
    expect(ends).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(200)
    expect(ends).toHaveLength(2)
    vi.useRealTimers()
  })

  it('are refused for good when they are no picture, and hold up nothing', async () => {
    uploads.add('a', sized(1))
    uploads.add('a', sized(2))
    ends[0]!.fail(refusal(422))
    await settle()
    uploads.resume()
    expect(states()).toEqual(['refused', 'sending'])
    uploads.discard(ends[0]!.id)
    expect(states()).toEqual(['sending'])
  })

  it('are cancelled at once', async () => {
    uploads.add('a', sized(1))
    uploads.discard(ends[0]!.id)
    await settle()
    expect(ends[0]!.signal.aborted).toBe(true)
    expect([uploads.all.length, sent.mock.calls.length]).toEqual([0, 0])
  })

  it('are not tried when they are empty or far too large', () => {
    expect(mistakeOf(sized(50 * 1024 * 1024))).toBe('chat.file.tooLarge')
    expect(mistakeOf(sized(0))).toBe('chat.file.empty')
    expect(mistakeOf(sized(5 * 1024 * 1024))).toBeNull()
  })

  it('are shown as a picture only when they are of a kind that cannot act', () => {
    expect(previewOf(new File(['<svg onload="alert(1)"/>'], 'a.svg', { type: 'image/svg+xml' }))).toBe('')
    expect(previewOf(sized(1))).toBe('blob:x')
  })
})
