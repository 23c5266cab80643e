import type { Floor, FloorGroup, FloorMember, FloorServed, FloorWaiting, ServiceFigures, ServiceWindow } from '@/shared/api'

/** The moment at which the floor of the scene is seen. */
export const NOW = Date.parse('2026-11-26T08:00:00Z')
export const at = (secondsAgo: number) => new Date(NOW - secondsAgo * 1000).toISOString()

export const member = (id: string, changes: Partial<FloorMember> = {}): FloorMember => ({
  id,
  name: { kf001: '陈晓雨', kf002: '李思远', kf003: '王嘉宁' }[id] ?? id,
  department: 'ticketing',
  state: 'ONLINE',
  onShift: true,
  light: 'GREEN',
  active: 1,
  max: 4,
  skills: ['refund'],
  senior: false,
  autoAccept: false,
  ...changes,
})

export const waiting = (id: string, changes: Partial<FloorWaiting> = {}): FloorWaiting => ({
  id,
  conversationId: `c-${id}`,
  customerName: '方晓彤',
  reason: '申请退票',
  state: 'PENDING',
  position: 1,
  since: at(10),
  priority: 'NORMAL',
  skills: [],
  front: false,
  misses: 0,
  offer: null,
  ...changes,
})

export const asked = (agentId: string, secondsLeft: number): Partial<FloorWaiting> => ({
  state: 'ASSIGNED',
  offer: {
    agentId,
    offeredAt: at(30 - secondsLeft),
    expiresAt: at(-secondsLeft),
    score: { total: 72, parts: [{ part: 'status', rule: 'An agent who is online gets 40 points', points: 40 }] },
  },
})

export const served = (id: string, agentId: string, changes: Partial<FloorServed> = {}): FloorServed => ({
  id,
  conversationId: `c-${id}`,
  customerName: '许晴',
  reason: '未出票',
  state: 'IN_PROGRESS',
  priority: 'NORMAL',
  agentId,
  since: at(125),
  customerLost: false,
  transferTo: null,
  ...changes,
})

export const figures = (changes: Partial<ServiceFigures> = {}): ServiceFigures => ({
  requests: 10,
  waiting: 1,
  overdue: 0,
  answered: 7,
  answeredInTime: 6,
  abandoned: 1,
  abandonedAtOnce: 0,
  ticketed: 1,
  serviceLevel: 6 / 9,
  meanWaitSeconds: 11.4,
  p50WaitSeconds: 9,
  p95WaitSeconds: 31.6,
  longestWaitSeconds: 65,
  ...changes,
})

export const NO_FIGURES = figures({
  requests: 0,
  waiting: 0,
  answered: 0,
  answeredInTime: 0,
  abandoned: 0,
  ticketed: 0,
  serviceLevel: null,
  meanWaitSeconds: null,
  p50WaitSeconds: null,
  p95WaitSeconds: null,
  longestWaitSeconds: 0,
})

export function group(changes: Partial<FloorGroup['now']> = {}): FloorGroup {
  const queue = changes.queue ?? []
  const now = {
    department: 'ticketing',
    waiting: queue.length,
    waitingSince: queue[0]?.since ?? null,
    freeSeats: 3,
    queue,
    served: [],
    members: [],
    ...changes,
  }
  return { now, figures: [{ window: 'QUARTER', figures: figures() }] }
}

const report = (window: ServiceWindow) => ({
  window,
  from: at(900),
  asOf: at(0),
  figures: figures(),
  slices: [
    { from: at(120), figures: figures() },
    { from: at(60), figures: NO_FIGURES },
  ],
})

export const floorOf = (...groups: FloorGroup[]): Floor => ({
  asOf: at(0),
  answerWithinSeconds: 15,
  goalPercent: 80,
  groups,
  reports: [report('QUARTER'), report('HOUR'), report('DAY')],
})
