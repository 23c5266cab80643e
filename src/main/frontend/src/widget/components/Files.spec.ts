import { beforeEach, describe, expect, it, vi } from 'vitest'
import { nextTick } from 'vue'
import { language } from '../core/texts'
import { openPanel as open } from '../testing/panel'

beforeEach(() => {
  localStorage.clear()
  document.body.replaceChildren()
  language.value = 'zh-CN'
})

describe('files in the panel', () => {
  it('takes files that are chosen, pasted and dropped, and leaves pasted text alone', async () => {
    const { panel, session } = open()
    const add = vi.spyOn(session.files, 'add').mockResolvedValue()
    const file = new File(['x'], 'a.png', { type: 'image/png' })
    const chooser = panel.find('input[type=file]')
    Object.defineProperty(chooser.element, 'files', { value: [file] })
    await chooser.trigger('change')
    await panel.find('textarea').trigger('paste', { clipboardData: { files: [file], types: ['Files'] } })
    await panel.find('textarea').trigger('paste', { clipboardData: { files: [file], types: ['text/plain', 'Files'] } })
    const carried = { dataTransfer: { types: ['Files'], files: [file] } }
    await panel.find('.panel').trigger('dragenter', carried)
    expect(panel.find('.panel').classes()).toContain('over')
    await panel.find('.panel').trigger('drop', carried)
    await panel.find('.panel').trigger('drop', { dataTransfer: { types: ['text/plain'], files: [] } })
    expect(add.mock.calls).toEqual([[[file]], [[file]], [[file]]])
    expect(panel.find('.panel').classes()).not.toContain('over')
  })

  it('shows a file on its way with progress and the way back, then as a download', async () => {
    const { panel, view, session } = open()
    const discard = vi.spyOn(session, 'discard')
    const fetched = vi.spyOn(session, 'file').mockRejectedValue(new Error('away'))
    const entry = { key: 'u1', side: 'mine', sender: 'CUSTOMER', body: '发票.pdf', contentType: 'application/vnd.baton.file+json', at: 0, seq: null, delivery: 'sending', refusal: null, refusedFor: null, newDay: true, follows: false } as const
    const note = { fileId: 'f1', name: '发票.pdf', contentType: 'application/pdf', size: 2_048, thumbnail: false }
    const upload = { id: 'u1', conversationId: 'c1', file: new File(['x'], '发票.pdf'), at: 0, progress: 0.42, state: 'sending', refusal: null } as const
    view.entries = [{ ...entry, file: note, upload }]
    await nextTick()
    expect(panel.find('[role=progressbar]').attributes('aria-valuenow')).toBe('42')
    expect(panel.find('.file').text()).toContain('2 KB')
    await panel.find('.file .round').trigger('click')
    expect(discard).toHaveBeenCalledWith('u1')
    view.entries = [{ ...entry, delivery: 'sent', seq: 1, file: note, upload: null }]
    await nextTick()
    await panel.find('.file .round').trigger('click')
    await nextTick()
    await nextTick()
    expect(fetched).toHaveBeenCalledWith('f1', '')
    expect(panel.find('.file [role=alert]').text()).toContain('没有下载成功')
  })

  it('does not offer to send again what would be refused again', async () => {
    const { panel, view } = open()
    const file = new File(['x'], 'a.png')
    view.entries = [
      { key: 'u1', side: 'mine', sender: 'CUSTOMER', body: 'a.png', contentType: '', at: 0, seq: null, delivery: 'failed', refusal: 'file_damaged', refusedFor: 'file_damaged', newDay: true, follows: false, file: { fileId: '', name: 'a.png', contentType: '', size: 1, thumbnail: true }, upload: { id: 'u1', conversationId: '', file, at: 0, progress: 0, state: 'refused', refusal: 'file_damaged' } },
    ]
    await nextTick()
    expect(panel.find('.refusal').text()).toContain('图片已损坏')
    expect(panel.findAll('.refusal .link').map((button) => button.text())).toEqual(['删除'])
    expect(panel.find('canvas').exists()).toBe(false)
  })

  it('gives the transcript out from its menu, and says when that did not work', async () => {
    const { panel, view, session } = open()
    expect(panel.find('.menu').exists()).toBe(false)
    view.phase = { name: 'ended', rating: null }
    await nextTick()
    const transcript = vi.spyOn(session, 'transcript').mockRejectedValueOnce(new Error('away'))
    await panel.find('.menu .head-button').trigger('click')
    await nextTick()
    const [text, page] = panel.findAll('.menu-items button')
    expect(document.activeElement).toBe(text!.element)
    await page!.trigger('click')
    await nextTick()
    expect(panel.find('.menu-items [role=alert]').exists()).toBe(true)
    vi.stubGlobal('URL', Object.assign(URL, { createObjectURL: () => 'blob:x', revokeObjectURL() {} }))
    const saved = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {})
    transcript.mockResolvedValue(new Blob(['hello']))
    await text!.trigger('click')
    await nextTick()
    await nextTick()
    expect(transcript.mock.calls).toEqual([['html'], ['txt']])
    expect(saved).toHaveBeenCalledOnce()
    expect(panel.find('.menu-items').exists()).toBe(false)
  })
})
