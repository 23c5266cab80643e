import { flushPromises } from '@vue/test-utils'
import { ElCheckbox } from 'element-plus'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { show } from '@/modules/leave/testing/scene'
import { http, ProblemError } from '@/shared/api'
import { note } from '../testing/knowledge'
import CustomerNotes from './CustomerNotes.vue'

vi.mock('@/modules/presence/useSocket', () => ({ onFrame: () => {} }))

const notes = (conversation?: string) => show(CustomerNotes, { id: 'cu1', conversation })

describe('notes', () => {
  beforeEach(() => {
    localStorage.clear()
    vi.spyOn(http, 'get').mockResolvedValue({ items: [note('n2', { conversationId: 'c1', number: 'C-1' }), note('n1', { conversationId: 'c0', number: 'C-0' })], next: null })
    vi.spyOn(http, 'create').mockResolvedValue({})
  })

  it('tell who wrote what when, and of which conversation', async () => {
    const { shown } = await notes('c1')
    const all = shown.findAll('[data-testid="note"]').map((one) => one.text())
    for (const text of ['喜欢过道座位', '林涛', '11月26日 15:00', '本会话']) expect(all[0]).toContain(text)
    expect(all[1]).toContain('C-0')
  })

  it('are written once, kept when that failed, and the same is tried again', async () => {
    vi.mocked(http.create).mockRejectedValueOnce(new ProblemError({ status: 0, code: 'offline' }))
    const { part } = await notes('c1')
    expect(part('note-send').exists()).toBe(false)
    await part('note-text').setValue(' 已核实身份 ')
    const send = () => part('note-form').trigger('submit').then(flushPromises)
    await send()
    expect((part('note-text').element as HTMLTextAreaElement).value).toBe(' 已核实身份 ')
    expect(part('note-form').find('[role="alert"]').exists()).toBe(true)
    await send()
    const [first, second] = vi.mocked(http.create).mock.calls
    expect(first).toEqual(['/customers/cu1/notes', { text: '已核实身份', conversationId: undefined }, expect.any(String)])
    expect(second).toEqual(first)
    expect((part('note-text').element as HTMLTextAreaElement).value).toBe('')
  })

  it('can be of the conversation alone, and are sent with keys', async () => {
    const { part, shown } = await notes('c1')
    await part('note-text').setValue('只看这次')
    shown.getComponent(ElCheckbox).vm.$emit('update:modelValue', true)
    await flushPromises()
    await part('note-text').trigger('keydown', { key: 'Enter', ctrlKey: true })
    await flushPromises()
    expect(vi.mocked(http.create).mock.calls[0]![1]).toEqual({ text: '只看这次', conversationId: 'c1' })
  })

  it('are of the customer where no conversation is open', async () => {
    const { part, shown } = await notes()
    await part('note-text').setValue('x')
    expect(shown.findComponent(ElCheckbox).exists()).toBe(false)
  })

  it('come page by page', async () => {
    vi.mocked(http.get).mockResolvedValueOnce({ items: [note('n2')], next: 'n2' })
    const { press, shown } = await notes()
    await press('notes-more')
    expect(http.get).toHaveBeenLastCalledWith('/customers/cu1/notes', { limit: 10, cursor: 'n2' })
    expect(shown.findAll('[data-testid="note"]')).toHaveLength(3)
  })

  it('say that they could not be read, and are hidden from who has nothing to do with the customer', async () => {
    vi.mocked(http.get).mockRejectedValueOnce(new ProblemError({ status: 503, code: 'unavailable', detail: '服务暂时不可用。' }))
    expect((await notes()).shown.get('[role="alert"]').text()).toContain('服务暂时不可用。')
    vi.mocked(http.get).mockRejectedValueOnce(new ProblemError({ status: 404, code: 'customer_unknown' }))
    expect((await notes()).shown.text()).toBe('')
  })
})
