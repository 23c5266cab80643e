import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { show } from '@/modules/leave/testing/scene'
import { http, ProblemError } from '@/shared/api'
import { uploads } from '../useUploads'
import UploadBubble from './UploadBubble.vue'

const learn = vi.hoisted(() => vi.fn())
vi.mock('@/modules/presence/useSocket', () => ({ socket: () => ({ learn }), onFrame: vi.fn() }))

describe('a file on its way', () => {
  let sent: { form: FormData; progress: (share: number) => void; signal: AbortSignal; done: (message: unknown) => void; fail: (error: unknown) => void }
  async function bubble() {
    uploads.add('c1', new File(['abc'], '合同.pdf', { type: 'application/pdf' }))
    return show(UploadBubble, { upload: uploads.of('c1')[0]! })
  }

  beforeEach(() => {
    vi.stubGlobal('URL', Object.assign(URL, { revokeObjectURL: vi.fn() }))
    vi.spyOn(http, 'upload').mockImplementation(
      (_path, form, { onProgress, signal }) => new Promise<never>((done, fail) => (sent = { form, progress: onProgress, signal, done: done as never, fail })),
    )
  })
  afterEach(() => uploads.all.splice(0))

  it('shows how far it is, and is a message once it has arrived', async () => {
    const { shown } = await bubble()
    sent.progress(0.42)
    await flushPromises()
    expect(shown.find('[role="progressbar"]').attributes('aria-valuenow')).toBe('42')
    expect(http.upload).toHaveBeenCalledWith('/conversations/c1/files', expect.anything(), expect.anything())
    expect([sent.form.get('id'), (sent.form.get('file') as File).name]).toEqual([uploads.of('c1')[0]!.id, '合同.pdf'])
    sent.done({ id: 'm', conversationId: 'c1' })
    await flushPromises()
    expect(learn).toHaveBeenCalledWith('c1', [{ id: 'm', conversationId: 'c1' }])
    expect(uploads.all).toHaveLength(0)
  })

  it('is cancelled', async () => {
    const { press } = await bubble()
    await press('upload-cancel')
    expect([sent.signal.aborted, uploads.all.length]).toEqual([true, 0])
  })

  it('says why it was refused, and can only be discarded then', async () => {
    const { shown } = await bubble()
    sent.fail(new ProblemError({ status: 422, code: 'file_type_lies', detail: '文件内容与名称不符。' }))
    await flushPromises()
    expect(shown.text()).toContain('文件内容与名称不符。')
    expect(shown.findAll('button').map((button) => button.text())).toEqual(['丢弃'])
  })

  it('can be tried again when the network broke', async () => {
    const { shown } = await bubble()
    sent.fail(new ProblemError({ status: 0, code: 'offline' }))
    await flushPromises()
    await shown.find('button').trigger('click')
    expect(http.upload).toHaveBeenCalledTimes(2)
  })
})
