import { flushPromises, type DOMWrapper } from '@vue/test-utils'
import { ElCheckbox, ElDialog } from 'element-plus'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { show } from '@/modules/leave/testing/scene'
import { http, ProblemError } from '@/shared/api'
import { colleague, targets } from '../testing/transfers'
import TransferDialog from './TransferDialog.vue'

vi.mock('@/modules/identity/useDepartments', () => ({ useDepartments: () => ({ nameOf: (id: string) => id }) }))

const dialog = (lastNote = '') => show(TransferDialog, { conversationId: 'c1', lastNote })
const choices = () => [...document.querySelectorAll<HTMLButtonElement>('[data-testid="transfer-choice"]')]
const chosen = () => choices().find((one) => one.getAttribute('aria-selected') === 'true')?.dataset.id
const key = (where: DOMWrapper<Element>, name: string, more = {}) => where.trigger('keydown', { key: name, ...more }).then(flushPromises)

describe('the transfer dialog', () => {
  beforeEach(() => {
    vi.spyOn(http, 'get').mockResolvedValue(targets())
    vi.spyOn(http, 'post').mockResolvedValue({})
  })

  it('shows who is free, and why the others are not', async () => {
    const { shown } = await dialog()
    expect(choices().map((one) => [one.dataset.id, one.disabled])).toEqual([
      ['vip', false],
      ['ticketing', false],
      ['kf002', false],
      ['kf003', true],
      ['kf004', false],
    ])
    expect(shown.text()).toContain('休假中')
    expect(shown.text()).toContain('空 3 席')
    expect(http.get).toHaveBeenCalledWith('/conversations/c1/transfer-targets', expect.objectContaining({ limit: 30 }), expect.anything())
  })

  it('is done with keys alone, in one breath', async () => {
    const { shown, part } = await dialog()
    const search = part('transfer-search')
    await key(search, 'ArrowDown')
    await key(search, 'ArrowDown')
    await key(search, 'ArrowDown')
    expect(chosen()).toBe('kf002')
    await part('transfer-note').setValue('  客户要改签  ')
    await key(part('transfer-note'), 'Enter', { ctrlKey: true })
    expect(http.post).toHaveBeenCalledExactlyOnceWith('/conversations/c1/transfer', { agent: 'kf002', note: '客户要改签' })
    expect(shown.emitted('sent')).toHaveLength(1)
  })

  it('goes on from the note of the attempt before', async () => {
    const { part } = await dialog('上次写的')
    expect((part('transfer-note').element as HTMLTextAreaElement).value).toBe('上次写的')
  })

  it('asks whether the customer may wait where nobody is free', async () => {
    const { shown, part, press } = await dialog()
    choices()[1]!.click()
    await flushPromises()
    expect(part('transfer-send').attributes('disabled')).toBeDefined()
    shown.getComponent(ElCheckbox).vm.$emit('update:modelValue', true)
    await flushPromises()
    await press('transfer-send')
    expect(http.post).toHaveBeenCalledExactlyOnceWith('/conversations/c1/transfer', { department: 'ticketing', queue: true })
  })

  it('says why somebody could not take it, and stays open with the note', async () => {
    vi.mocked(http.post).mockRejectedValue(new ProblemError({ status: 409, code: 'target_unavailable', ...{ reason: 'FULL' } }))
    const { shown, part, press } = await dialog('备注')
    choices()[2]!.click()
    await flushPromises()
    await press('transfer-send')
    expect(part('transfer-refused').text()).toContain('席位刚刚用满')
    expect((part('transfer-note').element as HTMLTextAreaElement).value).toBe('备注')
    expect(shown.emitted('sent')).toBeUndefined()
    choices()[4]!.click()
    await flushPromises()
    expect(part('transfer-refused').exists()).toBe(false)
  })

  it('searches on the server and loads the next page on the way down', async () => {
    vi.mocked(http.get).mockResolvedValue(targets({ next: 'kf004' }))
    const { part, shown } = await dialog()
    await part('transfer-search').setValue('李')
    await flushPromises()
    expect(http.get).toHaveBeenLastCalledWith('/conversations/c1/transfer-targets', expect.objectContaining({ query: '李' }), expect.anything())
    vi.mocked(http.get).mockResolvedValue(targets({ items: [colleague('kf099')] }))
    await shown.find('[role="listbox"]').trigger('scroll')
    await flushPromises()
    expect(http.get).toHaveBeenLastCalledWith('/conversations/c1/transfer-targets', expect.objectContaining({ cursor: 'kf004' }), expect.anything())
    expect(choices().map((one) => one.dataset.id)).toContain('kf099')
  })

  it('tells that nobody matches, that it is loading, and that it failed', async () => {
    vi.mocked(http.get).mockResolvedValue(targets({ items: [], departments: [] }))
    expect((await dialog()).shown.getComponent(ElDialog).text()).toContain('没有匹配的同事或部门')
    vi.mocked(http.get).mockRejectedValue(new ProblemError({ status: 404, code: 'conversation_unknown', detail: '会话不存在。' }))
    expect((await dialog()).shown.getComponent(ElDialog).text()).toContain('会话不存在。')
  })
})
