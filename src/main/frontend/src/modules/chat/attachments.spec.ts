import { beforeEach, describe, expect, it, vi } from 'vitest'
import { ref } from 'vue'
import { anyStaged, pastedFiles, useAttachments } from './attachments'

const file = (name: string, size = 3) => Object.defineProperty(new File(['abc'], name, { type: 'image/png' }), 'size', { value: size })
const data = (files: File[], text = '') => ({ files: files as unknown as FileList, getData: () => text })

describe('files beside the words', () => {
  const send = vi.fn()
  beforeEach(() => {
    send.mockReset()
    vi.stubGlobal('URL', Object.assign(URL, { createObjectURL: () => 'blob:x', revokeObjectURL: vi.fn() }))
  })

  it('belong to their conversation until they are sent or taken away', () => {
    const id = ref('a')
    const { files, add, remove, sendAll } = useAttachments(id, send)
    add([file('1.png'), file('2.png')])
    id.value = 'b'
    expect(files.value).toEqual([])
    id.value = 'a'
    remove(files.value[0]!.key)
    expect(anyStaged()).toBe(true)
    sendAll()
    expect(send.mock.calls.map(([conversation, { name }]) => [conversation, name])).toEqual([['a', '2.png']])
    expect([files.value.length, anyStaged()]).toEqual([0, false])
  })

  it('of 50 MB are refused at once, by name, and the others stay', () => {
    const { files, refused, add, sendAll } = useAttachments(ref('c'), send)
    add([file('huge.zip', 50 * 1024 * 1024), file('small.png'), file('nothing.txt', 0)])
    expect(files.value.map((one) => one.file.name)).toEqual(['small.png'])
    expect(refused.value).toEqual([
      { name: 'huge.zip', mistake: 'chat.file.tooLarge' },
      { name: 'nothing.txt', mistake: 'chat.file.empty' },
    ])
    sendAll()
    expect(refused.value).toEqual([])
  })
})

describe('a paste', () => {
  it('brings a picture or a copied file, but not the picture of copied words', () => {
    expect(pastedFiles(data([file('image.png')]))).toHaveLength(1)
    expect(pastedFiles(data([file('合同.png')], '合同.png'))).toHaveLength(1)
    expect(pastedFiles(data([file('image.png')], 'A1\tB1'))).toEqual([])
    expect(pastedFiles(data([], 'words'))).toEqual([])
    expect(pastedFiles(null)).toEqual([])
  })
})
