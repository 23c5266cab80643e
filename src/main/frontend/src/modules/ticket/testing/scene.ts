import type { Me, Role } from '@/shared/api'
import type { Message } from '@/shared/socket'
import type { Ticket } from '../ticketTypes'

export { show } from '@/modules/leave/testing/scene'

const NAMES: Record<string, string> = { kf017: '何欣', kf018: '林涛', 'vip.manager': '唐宁', 'acme.admin': '管理员', 'acme.auditor': '审计员' }

/** Who looks at the screen, in the form of `useMe`; all but administrators and auditors are of the department vip. */
export function viewer(id: string, ...roles: Role[]) {
  const has = (...wanted: Role[]) => wanted.some((role) => roles.includes(role))
  const department = has('admin', 'auditor') ? null : { id: 'vip', name: '大客户' }
  const me = { id, name: NAMES[id] ?? id, roles, department, webapps: [], tenant: { id: 'acme', name: '极票网', zone: 'Asia/Shanghai' } } satisfies Me
  return { me, has, isAgent: has('customer_service'), manages: has('manager', 'admin') }
}

export const person = (id: string) => ({ id, name: NAMES[id] ?? id })

export const NOW = Date.parse('2026-11-26T08:00:00Z')

/** One that nobody has, due in two and a half hours. */
export const ticket = (changes: Partial<Ticket> = {}): Ticket => ({
  id: 't1',
  number: 'T-20261126-000007',
  conversationId: 'c1',
  subject: '年会包场座位图',
  customer: '蓝山科技 周敏',
  reason: '客户要求人工客服',
  state: 'NEW',
  department: 'vip',
  priority: 'URGENT',
  createdAt: '2026-11-26T06:30:00Z',
  stateSince: '2026-11-26T06:30:00Z',
  waitingSince: '2026-11-26T06:30:00Z',
  dueAt: '2026-11-26T10:30:00Z',
  overdue: false,
  contact: null,
  notes: [],
  version: 3,
  ...changes,
})

export const message = (seq: number, body: string, changes: Partial<Message> = {}): Message => ({
  id: `m${seq}`,
  conversationId: 'c1',
  seq,
  senderType: 'CUSTOMER',
  senderId: 'v1',
  body,
  contentType: 'text/plain',
  sentAt: `2026-11-26T06:${String(10 + seq).padStart(2, '0')}:00Z`,
  ...changes,
})
