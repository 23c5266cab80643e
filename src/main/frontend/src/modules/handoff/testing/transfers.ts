import type { CustomerRecord, Handoff, HandoffStep, TransferAgent, TransferDepartment, TransferTargets } from '@/shared/api'

export const colleague = (id: string, changes: Partial<TransferAgent> = {}): TransferAgent => ({
  id,
  name: `客服${id}`,
  department: 'vip',
  state: 'ONLINE',
  onShift: true,
  active: 1,
  max: 3,
  skills: [],
  eligible: true,
  obstacle: null,
  ...changes,
})

export const group = (id: string, changes: Partial<TransferDepartment> = {}): TransferDepartment => ({
  id,
  name: id === 'vip' ? '贵宾组' : '票务组',
  open: true,
  waiting: 2,
  onDuty: 4,
  freeSeats: 3,
  skills: ['refund'],
  ...changes,
})

export const targets = (changes: Partial<TransferTargets> = {}): TransferTargets => ({
  departments: [group('vip'), group('ticketing', { freeSeats: 0 })],
  items: [colleague('kf002'), colleague('kf003', { eligible: false, obstacle: 'ON_LEAVE' }), colleague('kf004')],
  next: null,
  ...changes,
})

export const step = (what: string, changes: Partial<HandoffStep> = {}): HandoffStep => ({
  id: `${what}-${changes.at ?? ''}`,
  at: '2026-11-26T08:00:00Z',
  what,
  actor: { id: 'kf001', name: '陈晓雨' },
  before: null,
  after: 'IN_PROGRESS',
  agentBefore: null,
  agent: null,
  target: null,
  department: 'vip',
  comment: null,
  ...changes,
})

export const transferring = (changes: Partial<Handoff> = {}): Handoff => ({
  id: 'h1',
  conversationId: 'c1',
  customerName: '林小姐',
  department: 'vip',
  state: 'TRANSFERRED',
  reason: '退票',
  priority: 'NORMAL',
  skills: [],
  position: null,
  estimatedWaitSeconds: null,
  agentId: 'kf001',
  transferTo: 'kf002',
  transferUntil: '2026-11-26T08:00:30Z',
  score: null,
  misses: 0,
  createdAt: '2026-11-26T07:58:00Z',
  acceptedAt: '2026-11-26T07:58:20Z',
  completedAt: null,
  ticketId: null,
  ...changes,
})

export const customerRecord = (changes: Partial<CustomerRecord> = {}): CustomerRecord => ({
  id: 'cu1',
  name: '林小姐',
  externalId: null,
  attributes: {},
  page: null,
  conversations: {
    total: 3,
    items: [
      { id: 'c1', number: 'C-1', subject: '退票', state: 'WITH_AGENT', agent: null, department: 'vip', openedAt: '2026-11-26T08:00:00Z', closedAt: null, rating: null },
      { id: 'c0', number: 'C-0', subject: '改签', state: 'CLOSED', agent: { id: 'kf009', name: '周敏' }, department: 'vip', openedAt: '2026-11-20T08:00:00Z', closedAt: '2026-11-20T08:30:00Z', rating: 5 },
    ],
  },
  handoffs: {
    total: 1,
    items: [
      { id: 'h1', conversationId: 'c1', reason: '退票', state: 'IN_PROGRESS', department: 'vip', agent: { id: 'kf001', name: '陈晓雨' }, requestedAt: '2026-11-26T08:00:00Z', waitedSeconds: 12, endReason: null, ticketNumber: null },
    ],
  },
  tickets: { total: 0, items: [] },
  refusals: { total: 4, lastAt: '2026-11-26T07:59:00Z' },
  blocked: false,
  address: '203.0.113.9',
  block: null,
  ...changes,
})
