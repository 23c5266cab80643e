import type { Me, Role } from '@/shared/api'
import type { Link } from '../chain'
import type { Swap, SwapCheck, SwapFinding, SwapItem, SwapShift } from '../swapTypes'

export { show } from '@/modules/leave/testing/scene'

const NAMES: Record<string, string> = { kf001: '陈晓雨', kf002: '李思远', kf003: '王嘉宁', kf004: '张若溪' }
const TYPES = {
  early: { id: 'early', name: '早班', color: '#2f8f6b' },
  late: { id: 'late', name: '晚班', color: '#c77b22' },
  night: { id: 'night', name: '夜班', color: '#5b5fc7' },
}
const HOURS = { early: ['00:00', '08:00'], late: ['06:00', '14:00'], night: ['14:00', '22:00'] } as const

/** Who looks at the screen, in the form of `useMe`. */
export function viewer(id: string, ...roles: Role[]) {
  const has = (...wanted: Role[]) => wanted.some((role) => roles.includes(role))
  const department = has('admin', 'auditor') ? null : { id: 'ticketing', name: '票务咨询' }
  const me = { id, name: NAMES[id] ?? id, roles, department, webapps: [], tenant: { id: 'acme', name: '极票网', zone: 'Asia/Shanghai' } } satisfies Me
  return { me, has, isAgent: has('customer_service'), manages: has('manager', 'admin') }
}

export const person = (id: string) => ({ id, name: NAMES[id] ?? id })

export function shift(id: string, date: string, type: keyof typeof TYPES = 'early'): SwapShift {
  const [start, end] = HOURS[type]
  return { assignmentId: id, date, shiftType: TYPES[type], start: `${date}T${start}:00Z`, end: `${date}T${end}:00Z` }
}

/** Shifts of the four of the scene: a of kf001, b of kf002, and so on. */
export const SHIFTS = {
  a: shift('a', '2026-12-05', 'night'),
  b: shift('b', '2026-12-07', 'early'),
  c: shift('c', '2026-12-03', 'late'),
  d: shift('d', '2026-12-09', 'early'),
}
const OWNERS = { a: 'kf001', b: 'kf002', c: 'kf003', d: 'kf004' }

export const link = (id: keyof typeof SHIFTS, department = 'ticketing'): Link => ({ agent: person(OWNERS[id]), department, gives: SHIFTS[id] })

/** Each takes the shift of the next, the last that of the first. */
export function items(ids: (keyof typeof SHIFTS)[], changes: Partial<SwapItem>[] = []): SwapItem[] {
  return ids.map((id, index) => ({
    ...link(id),
    step: index + 1,
    takes: SHIFTS[ids[(index + 1) % ids.length]!],
    confirmation: 'OPEN',
    answeredAt: null,
    answer: null,
    ...changes[index],
  }))
}

export const finding = (changes: Partial<SwapFinding> = {}): SwapFinding => ({
  code: 'swap.rest',
  severity: 'BLOCKS',
  rule: 'Rest',
  step: 1,
  message: '休息不足 11 小时',
  ...changes,
})

/** kf001 proposed, kf002 has agreed, kf003 has not answered. */
export const swap = (changes: Partial<Swap> = {}): Swap => ({
  id: 's1',
  number: 'S-20261126-000012',
  state: 'CONFIRMING',
  proposer: person('kf001'),
  comment: null,
  createdAt: '2026-11-26T02:00:00Z',
  confirmUntil: '2026-11-27T02:00:00Z',
  settleUntil: '2026-12-03T04:00:00Z',
  items: items(['a', 'b', 'c'], [{ confirmation: 'AGREED' }, { confirmation: 'AGREED', answeredAt: '2026-11-26T03:00:00Z' }]),
  approvals: [],
  findings: [],
  cause: null,
  decidedAt: null,
  version: 1,
  ...changes,
})

export const answer = (told: SwapItem[], changes: Partial<SwapCheck> = {}): SwapCheck => ({
  feasible: true,
  closed: told.every(({ takes }) => takes !== null),
  findings: [],
  items: told,
  people: [],
  coverage: [],
  ...changes,
})
