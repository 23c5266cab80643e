import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { show, viewer } from '@/modules/leave/testing/scene'
import { http, ProblemError, type Conversation } from '@/shared/api'
import { conversation } from '../testing/knowledge'
import ConversationFacts from './ConversationFacts.vue'

const desk = vi.hoisted(() => ({ looks: {} as object }))
vi.mock('@/modules/identity/useMe', () => ({ useMe: () => desk.looks }))
vi.mock('@/modules/presence/useSocket', () => ({ onFrame: () => {} }))

const facts = (changes: Partial<Conversation> = {}) => show(ConversationFacts, { conversation: conversation(changes) })

describe('what a conversation is about', () => {
  beforeEach(() => {
    localStorage.clear()
    desk.looks = viewer('kf001', 'customer_service')
    vi.spyOn(http, 'get').mockResolvedValue({ items: ['refund', 'changes'] })
    vi.spyOn(http, 'put').mockImplementation((_, topic) => Promise.resolve(conversation(topic as object)) as never)
  })

  async function edited(what: string, text: string, key: string) {
    const scene = await facts()
    await scene.press(`${what}-edit`)
    await scene.part(`${what}-text`).setValue(text)
    await scene.part(`${what}-text`).trigger('keydown', { key })
    await flushPromises()
    return scene
  }

  it('is changed where it stands, as it was seen', async () => {
    const { part } = await edited('subject', ' 改签到周日 ', 'Enter')
    expect(http.put).toHaveBeenCalledExactlyOnceWith('/conversations/c1/topic', { subject: '改签到周日', category: 'refund' }, 4)
    expect(part('subject-text').exists()).toBe(false)
    expect(document.activeElement).toBe(part('subject-edit').element)
  })

  it('is taken away when nothing is left', async () => {
    await edited('category', ' ', 'Enter')
    expect(http.put).toHaveBeenCalledExactlyOnceWith('/conversations/c1/topic', { subject: '退票', category: null }, 4)
  })

  it('stays as it is when one gives up, leaves, or changes nothing', async () => {
    const { part } = await edited('subject', '改签', 'Escape')
    expect(part('subject').text()).toBe('退票')
    const left = await facts()
    await left.press('subject-edit')
    await left.part('subject-text').trigger('blur')
    expect(left.part('subject').text()).toBe('退票')
    await edited('subject', '退票', 'Enter')
    expect(http.put).not.toHaveBeenCalled()
  })

  it('tells who was slower', async () => {
    vi.mocked(http.put).mockRejectedValue(new ProblemError({ status: 412, code: 'changed_meanwhile', detail: '内容已被他人修改。' }))
    await edited('subject', '改签', 'Enter')
    expect(document.body.textContent).toContain('内容已被他人修改。')
  })

  it('is only read by whose conversation it is not', async () => {
    desk.looks = viewer('kf009', 'customer_service')
    const { part } = await facts()
    expect(part('subject').text()).toBe('退票')
    expect(part('subject-edit').exists() || part('tag-add').exists()).toBe(false)
  })

  it('is changed by who leads the department', async () => {
    desk.looks = viewer('ticketing.manager', 'manager')
    expect((await facts()).part('subject-edit').exists()).toBe(true)
  })

  it('says why it ended', async () => {
    const { shown } = await facts({ state: 'CLOSED', closedAt: '2026-11-26T08:00:00Z', closeReason: 'no_reply', closeNote: '三次提醒后无回复', rating: 4 })
    for (const text of ['客户未回复', '三次提醒后无回复', '★★★★☆']) expect(shown.text()).toContain(text)
    expect((await facts({ closeReason: 'something_else' })).shown.text()).toContain('something_else')
  })
})
