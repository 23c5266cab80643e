import type { Conversation, CustomerNote, CustomerProfile } from '@/shared/api'

export const profile = (changes: Partial<CustomerProfile> = {}): CustomerProfile => ({
  attributes: { level: '金卡', 'cart.total': '1280' },
  tags: ['常客'],
  pages: Array.from({ length: 6 }, (_, i) => ({
    url: `https://shop.example/%E6%BC%94%E5%87%BA/${i}`,
    title: i === 0 ? '' : `演出 ${i}`,
    at: `2026-11-26T08:0${9 - i}:00Z`,
  })),
  events: [{ name: 'basket', data: { ticket: 'T-1', count: '2' }, at: '2026-11-26T08:00:00Z' }],
  ...changes,
})

export const note = (id: string, changes: Partial<CustomerNote> = {}): CustomerNote => ({
  id,
  conversationId: null,
  number: null,
  author: { id: 'kf002', name: '林涛' },
  at: '2026-11-26T07:00:00Z',
  text: '喜欢过道座位',
  ...changes,
})

export const conversation = (changes: Partial<Conversation> = {}): Conversation => ({
  id: 'c1',
  number: 'C-1',
  subject: '退票',
  category: 'refund',
  state: 'WITH_AGENT',
  customer: { id: 'cu1', name: '林小姐', attributes: {}, page: null },
  agent: { id: 'kf001', name: '陈晓雨' },
  department: 'ticketing',
  handoffId: null,
  lastSeq: 3,
  readSeq: 3,
  unread: 0,
  customerReadSeq: 0,
  waitingSince: null,
  lastMessage: null,
  openedAt: '2026-11-26T07:50:00Z',
  closedAt: null,
  closeReason: null,
  rating: null,
  topicVersion: 4,
  tags: ['投诉'],
  closeNote: null,
  ...changes,
})
