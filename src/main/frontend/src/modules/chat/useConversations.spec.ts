import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query'
import { flushPromises, mount } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { defineComponent, h, ref } from 'vue'
import { http, type Conversation, type ConversationState } from '@/shared/api'
import { useConversations } from './useConversations'

const heard = vi.hoisted(() => new Map<string, (frame: unknown) => void>())
vi.mock('@/modules/presence/useSocket', () => ({ onFrame: (name: string, listener: (frame: unknown) => void) => heard.set(name, listener) }))
vi.mock('@/modules/identity/useMe', () => ({ me: () => ({ id: 'kf001' }) }))

const at = (minute: number) => `2026-11-22T01:${String(minute).padStart(2, '0')}:00Z`
const conversation = (id: string, minute: number, changes: Partial<Conversation> = {}) =>
  ({ id, state: 'WITH_AGENT', agent: { id: 'kf001', name: '' }, lastSeq: 3, readSeq: 3, unread: 0, waitingSince: null, openedAt: at(0), lastMessage: { senderType: 'CUSTOMER', body: '', contentType: '', sentAt: at(minute) }, ...changes }) as Conversation
const message = (conversationId: string, seq: number, senderType = 'CUSTOMER', senderId = 'v1') => ({ conversationId, seq, senderType, senderId, body: 'x', contentType: 'text/plain', sentAt: at(30) })

describe('the list of conversations', () => {
  let list: ReturnType<typeof useConversations>
  const pages = [{ items: [conversation('a', 5), conversation('b', 4)], next: 'b' }, { items: [conversation('c', 3)], next: null }]
  const shown = () => list.conversations.value.map(({ id, unread }) => `${id}${unread}`)

  beforeEach(async () => {
    vi.spyOn(http, 'get').mockImplementation((async (_path: string, query: { cursor: string }) => pages[query.cursor ? 1 : 0]) as never)
    mount(
      defineComponent(() => {
        list = useConversations(ref<ConversationState>('WITH_AGENT'), ref<string | null>('a'))
        return () => h('i')
      }),
      { global: { plugins: [[VueQueryPlugin, { queryClient: new QueryClient() }]] } },
    )
    await flushPromises()
  })

  it('goes on with the next page when asked to, and lives on all of them', async () => {
    expect(shown()).toEqual(['a0', 'b0'])
    await list.query.fetchNextPage()
    heard.get('TEXT')!(message('c', 4))
    await flushPromises()
    expect(shown()).toEqual(['c1', 'a0', 'b0'])
  })

  it('never shows what one wrote as unread, not even when the server has not heard of the reading yet', async () => {
    heard.get('sent')!(message('b', 4, 'AGENT', 'kf001'))
    await flushPromises()
    expect(shown()).toEqual(['b0', 'a0'])
    const sent = { senderType: 'AGENT' as const, body: 'x', contentType: '', sentAt: at(30) }
    vi.mocked(http.get).mockResolvedValue({ items: [conversation('b', 30, { lastSeq: 4, unread: 1, lastMessage: sent })], next: null })
    await list.query.refetch()
    expect(shown()).toEqual(['b0'])
  })

  it('never shows what is before the eyes as unread', async () => {
    heard.get('TEXT')!(message('a', 4))
    await flushPromises()
    expect(shown()[0]).toBe('a0')
  })

  it('asks again when somebody wrote while it was asked for, because the answer may be older', async () => {
    let answer: (page: unknown) => void = () => {}
    vi.mocked(http.get).mockImplementationOnce((() => new Promise((resolve) => (answer = resolve))) as never)
    vi.useFakeTimers()
    const asked = list.query.refetch()
    heard.get('sent')!(message('b', 4, 'AGENT', 'kf001'))
    answer({ items: [conversation('b', 4, { unread: 1 })], next: null })
    await asked
    expect(shown()).toEqual(['b1'])
    vi.mocked(http.get).mockResolvedValue({ items: [conversation('b', 30, { lastSeq: 4 })], next: null } as never)
    await vi.advanceTimersByTimeAsync(300)
    expect(shown()).toEqual(['b0'])
    vi.useRealTimers()
  })

  it('asks once for a burst of what it does not know', async () => {
    vi.useFakeTimers()
    vi.mocked(http.get).mockClear()
    for (const id of ['x', 'y', 'z']) heard.get('TEXT')!(message(id, 1))
    await vi.advanceTimersByTimeAsync(300)
    expect(http.get).toHaveBeenCalledOnce()
    vi.useRealTimers()
  })
})
