import { expect, it } from 'vitest'
import { FILE, fileOf, sizeText } from './file'

it.each(['', '{', 'null', '1', '{}', '{"fileId":1,"name":"a"}', '{"fileId":"f"}', '[]'])('sees no file in %s', (body) => {
  expect(fileOf(body, FILE)).toBeNull()
})

it('sees a file only where the server says there is one', () => {
  const body = JSON.stringify({ fileId: 'f', name: 'a.png', contentType: 'image/png', size: 3, width: 1, height: 2, thumbnail: true })
  expect(fileOf(body, FILE)).toEqual({ fileId: 'f', name: 'a.png', contentType: 'image/png', size: 3, width: 1, height: 2, thumbnail: true })
  expect(fileOf(body, 'text/plain')).toBeNull()
})

it.each([[0, '0 B'], [1_023, '1,023 B'], [1_024, '1 KB'], [5 * 1024 * 1024, '5 MB'], [1.55 * 1024 * 1024, '1.6 MB']])('says %i bytes as %s', (bytes, text) => {
  expect(sizeText(bytes, 'en')).toBe(text)
})
