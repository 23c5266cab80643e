import { afterEach, describe, expect, it, vi } from 'vitest'
import { shrunk } from './shrink'

const LIMITS = { size: 100, endings: ['png', 'jpg', 'pdf'] }
const file = (name: string, type: string, size: number) => new File([new Uint8Array(size)], name, { type })

afterEach(() => vi.unstubAllGlobals())

function canvasThatGives(copy: Blob | null, width: number, height: number) {
  vi.stubGlobal('createImageBitmap', async () => ({ width, height }))
  const canvas = { width: 0, height: 0, getContext: () => ({ drawImage() {} }), toBlob: (done: (blob: Blob | null) => void) => done(copy) }
  vi.spyOn(document, 'createElement').mockReturnValue(canvas as unknown as HTMLElement)
  return canvas
}

describe('shrunk', () => {
  it('leaves alone what fits, and what is no picture', async () => {
    for (const one of [file('a.png', 'image/png', 100), file('a.pdf', 'application/pdf', 500), file('a.svg', 'image/svg+xml', 500)]) {
      expect(await shrunk(one, LIMITS)).toBe(one)
    }
  })

  it('makes a photograph of a phone small enough', async () => {
    const canvas = canvasThatGives(new Blob(['small']), 8_000, 6_000)
    const copy = await shrunk(file('IMG_1.HEIC.jpg', 'image/jpeg', 500), LIMITS)
    expect(copy).toMatchObject({ name: 'IMG_1.HEIC.jpg', type: 'image/jpeg', size: 5 })
    expect([canvas.width, canvas.height]).toEqual([2_560, 1_920])
  })

  it('turns a kind that is not taken into one that is', async () => {
    canvasThatGives(new Blob(['x']), 10, 10)
    expect((await shrunk(file('a.webp', 'image/webp', 10), LIMITS)).name).toBe('a.jpg')
  })

  it('gives back a picture that is none', async () => {
    vi.stubGlobal('createImageBitmap', () => Promise.reject(new Error('no picture')))
    const none = file('a.jpg', 'image/jpeg', 500)
    expect(await shrunk(none, LIMITS)).toBe(none)
    canvasThatGives(null, 10, 10)
    expect(await shrunk(none, LIMITS)).toBe(none)
  })
})
