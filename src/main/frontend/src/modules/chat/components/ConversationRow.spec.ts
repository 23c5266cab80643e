import { describe, expect, it } from 'vitest'
import { show } from '@/modules/leave/testing/scene'
import type { Conversation } from '@/shared/api'
import { FILE_MESSAGE } from '@/shared/socket'
import ConversationRow from './ConversationRow.vue'

const NOW = Date.parse('2026-11-22T02:05:09Z')
const conversation = (changes: Partial<Conversation> = {}): Conversation =>
  ({
    id: 'c1',
    number: 'C-1',
    subject: '演出改期',
    category: '退改',
    state: 'WITH_AGENT',
    customer: { id: 'v1', name: '林小姐', attributes: null, page: null },
    agent: { id: 'kf001', name: '陈晓雨' },
    unread: 0,
    waitingSince: null,
    lastMessage: { senderType: 'CUSTOMER', body: '**好的**', contentType: 'text/plain', sentAt: '2026-11-22T02:00:00Z' },
    openedAt: '2026-11-22T01:00:00Z',
    closedAt: null,
    rating: null,
    ...changes,
  }) as Conversation
const row = (changes: Partial<Conversation> = {}, more = {}) =>
  show(ConversationRow, { conversation: conversation(changes), open: false, now: () => NOW, drafted: false, ...more })

describe('a row of the list', () => {
  it('says who, what about, what was said last and when in the zone of the tenant', async () => {
    const text = (await row()).shown.text()
    for (const part of ['林小姐', '退改', '好的', '10:00']) expect(text).toContain(part)
    expect((await row({ lastMessage: null })).shown.text()).toContain('演出改期')
  })

  it('counts what is unread', async () => {
    expect((await row()).part('unread').exists()).toBe(false)
    expect((await row({ unread: 3 })).part('unread').text()).toBe('3')
    expect((await row({ unread: 10_000 })).part('unread').text()).toBe('99+')
  })

  it('says how long the customer waits, by the time of the server, and marks a long wait', async () => {
    const { part } = await row({ waitingSince: '2026-11-22T02:00:00Z' })
    expect(part('waiting').text()).toBe('已等待 5:09')
    expect(part('waiting').classes()).toContain('long')
    expect((await row({ waitingSince: '2026-11-22T02:05:00Z' })).part('waiting').exists()).toBe(false)
    expect((await row({ waitingSince: '2026-11-22T02:00:00Z', state: 'CLOSED' })).part('waiting').exists()).toBe(false)
  })

  it('shows a draft that waits, and a file by its name', async () => {
    expect((await row({}, { drafted: true })).shown.text()).toContain('草稿')
    expect((await row({}, { drafted: true, open: true })).shown.text()).not.toContain('草稿')
    const body = JSON.stringify({ fileId: 'f', name: '座位.png', size: 9, thumbnail: true })
    const { shown } = await row({ lastMessage: { senderType: 'CUSTOMER', body, contentType: FILE_MESSAGE, sentAt: '2026-11-22T02:00:00Z' } })
    expect(shown.text()).toContain('座位.png')
    expect(shown.text()).not.toContain('fileId')
  })

  it('shows names and words from whichever side they are read, and markup as it is', async () => {
    const { shown } = await row({ customer: { id: 'v', name: 'مريم <b>', attributes: null, page: null } })
    expect(shown.find('strong').attributes('dir')).toBe('auto')
    expect(shown.find('strong').text()).toBe('مريم <b>')
  })
})
