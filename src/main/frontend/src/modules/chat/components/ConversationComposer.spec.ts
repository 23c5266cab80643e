import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { show } from '@/modules/leave/testing/scene'
import { http, ProblemError, type Conversation } from '@/shared/api'
import ConversationComposer from './ConversationComposer.vue'

const line = vi.hoisted(() => ({ text: vi.fn(), typing: vi.fn(), connection: { value: { state: 'ready', since: 0 } } }))
vi.mock('@/modules/presence/useSocket', async () => {
  const { ref } = await import('vue')
  return { socket: () => line, onFrame: vi.fn(), connection: (line.connection = ref(line.connection.value)) }
})
vi.mock('@/modules/identity/useMe', () => ({ me: () => ({ id: 'kf001', tenant: { id: 'acme' } }) }))

const KEY = 'baton.draft.acme.kf001.c1'
const conversation = { id: 'c1', state: 'WITH_AGENT' } as Conversation
const replies = [
  { id: 'q1', scope: 'TENANT', category: '退改', title: '退款进度', shortcut: 'tk', body: '您好 {{customer.name}}' },
  { id: 'q2', scope: 'PERSONAL', category: '', title: '问候', shortcut: null, body: '您好！' },
]

describe('the composer', () => {
  async function composer() {
    const { shown, part } = await show(ConversationComposer, { id: 'c1', writable: true, conversation })
    const area = part('composer')
    const field = area.element as HTMLTextAreaElement
    const type = async (text: string) => {
      await area.setValue(text)
      await flushPromises()
    }
    const key = (name: string, more = {}) => area.trigger('keydown', { key: name, ...more }).then(flushPromises)
    return { shown, part, area, field, type, key }
  }

  beforeEach(() => {
    localStorage.clear()
    line.text.mockReset()
    line.connection.value = { state: 'ready', since: 0 }
    vi.spyOn(http, 'get').mockImplementation((async (path: string) =>
      path.endsWith('/rendering')
        ? path.includes('q1') ? { text: '您好 李女士', missing: [] } : { text: '订单 {{customer.attributes.orderNo}}', missing: ['customer.attributes.orderNo'] }
        : { items: replies, next: null }) as never)
  })

  it('sends with Enter, begins a line with Shift and Enter, and leaves a composition alone', async () => {
    const { field, type, key } = await composer()
    await type('您好')
    await key('Enter', { shiftKey: true })
    await key('Enter', { isComposing: true })
    expect(line.text).not.toHaveBeenCalled()
    await key('Enter')
    expect(line.text).toHaveBeenCalledExactlyOnceWith('c1', '您好')
    expect([field.value, localStorage.getItem(KEY)]).toEqual(['', null])
    await key('Enter')
    expect(line.text).toHaveBeenCalledOnce()
  })

  it('keeps a sentence over a reload', async () => {
    const { type } = await composer()
    await type('请稍等，我正在')
    expect(localStorage.getItem(KEY)).toBe('请稍等，我正在')
    expect((await composer()).field.value).toBe('请稍等，我正在')
  })

  it('follows what the same draft becomes in another tab, and is empty once that has sent it', async () => {
    const { field, type } = await composer()
    await type('一')
    localStorage.setItem(KEY, '一二')
    dispatchEvent(new StorageEvent('storage', { key: KEY }))
    await flushPromises()
    expect(field.value).toBe('一二')
    localStorage.removeItem(KEY)
    dispatchEvent(new StorageEvent('storage', { key: KEY }))
    await flushPromises()
    expect(field.value).toBe('')
  })

  it('says that drafts are not kept where the store is full, and still sends', async () => {
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError')
    })
    const { shown, type, key } = await composer()
    await type('x')
    expect(shown.text()).toContain('浏览器无法保存草稿')
    await key('Enter')
    expect(line.text).toHaveBeenCalledOnce()
  })

  it('does not send 8,000 emoji, says how much too long they are, and keeps them', async () => {
    const { shown, field, part, type, key } = await composer()
    await type('😀'.repeat(8_000))
    await key('Enter')
    expect(line.text).not.toHaveBeenCalled()
    expect(shown.text()).toContain('16000 / 8000')
    expect(part('send').attributes('disabled')).toBeDefined()
    expect(field.value).toHaveLength(16_000)
    await type('😀'.repeat(4_000))
    await key('Enter')
    expect(line.text).toHaveBeenCalledOnce()
  })

  it('lets right-to-left text be written from the right', async () => {
    expect((await composer()).area.attributes('dir')).toBe('auto')
  })

  it('opens quick replies by a slash, previews them filled, and inserts one, all by keys', async () => {
    const { part, shown, field, type, key } = await composer()
    await type('/')
    expect(shown.findAll('[data-testid="quick-reply"]').map((one) => one.attributes('aria-selected'))).toEqual(['true', 'false'])
    expect(part('quick-preview').text()).toContain('{{customer.attributes.orderNo}}')
    expect(shown.text()).toContain('以下内容未知：customer.attributes.orderNo')
    await key('ArrowDown')
    expect(part('quick-preview').text()).toBe('您好 李女士')
    await key('Enter')
    expect(field.value).toBe('您好 李女士')
    expect([part('quick-replies').exists(), line.text.mock.calls.length]).toEqual([false, 0])
    await key('Enter')
    expect(line.text).toHaveBeenCalledExactlyOnceWith('c1', '您好 李女士')
  })

  it('selects what is not filled, and warns of it', async () => {
    const { shown, field, type, key } = await composer()
    await type('/问')
    await key('Tab')
    expect(field.value.slice(field.selectionStart, field.selectionEnd)).toBe('{{customer.attributes.orderNo}}')
    expect(shown.text()).toContain('还有占位内容没有填写')
  })

  it('leaves the slash alone after Esc, and sends where nothing fits', async () => {
    const { part, type, key } = await composer()
    await type('/tk')
    await key('Escape')
    expect(part('quick-replies').exists()).toBe(false)
    await type('/none')
    await key('Enter')
    expect(line.text).toHaveBeenCalledExactlyOnceWith('c1', '/none')
  })

  it('keeps what was typed when a quick reply cannot be filled', async () => {
    vi.mocked(http.get).mockImplementation((async (path: string) => {
      if (path.endsWith('/rendering')) throw new ProblemError({ status: 404, code: 'quick_reply_unknown', detail: '没有这条快捷回复。' })
      return { items: replies, next: null }
    }) as never)
    const { shown, field, type, key } = await composer()
    await type('/tk')
    expect(shown.text()).toContain('没有这条快捷回复。')
    await key('Enter')
    expect([field.value, line.text.mock.calls.length]).toEqual(['/tk', 0])
  })

  it('holds pasted files beside the words, and refuses 50 MB at once', async () => {
    vi.stubGlobal('URL', Object.assign(URL, { createObjectURL: () => 'blob:x', revokeObjectURL: vi.fn() }))
    const { area, shown, part } = await composer()
    const huge = Object.defineProperty(new File(['x'], 'huge.zip'), 'size', { value: 50 * 1024 * 1024 })
    const paste = Object.assign(new Event('paste', { cancelable: true }), { clipboardData: { files: [new File(['x'], '截图.png', { type: 'image/png' }), huge], getData: () => '' } })
    area.element.dispatchEvent(paste)
    await flushPromises()
    expect(paste.defaultPrevented).toBe(true)
    expect(part('staged').text()).toContain('截图.png')
    expect(part('refused').text()).toContain('huge.zip · 文件超过 5 MB')
    await shown.find('[data-testid="staged"] button').trigger('click')
    expect(part('staged').exists()).toBe(false)
  })

  it('says that messages wait while there is no connection, and takes them', async () => {
    const { shown, type, key } = await composer()
    line.connection.value = { state: 'waiting', since: 0 }
    await type('x')
    expect(shown.text()).toContain('连接中断')
    await key('Enter')
    expect(line.text).toHaveBeenCalledOnce()
  })

  it('offers nothing to write where one may only read', async () => {
    const { shown, part } = await show(ConversationComposer, { id: 'c1', writable: false, conversation })
    expect([part('composer').exists(), shown.text()]).toEqual([false, '只读：会话不属于您'])
  })
})
