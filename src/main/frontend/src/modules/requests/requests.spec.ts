import { describe, expect, it } from 'vitest'
import { offeredCover, periodLeave } from '@/modules/leave/testing/scene'
import { items, swap, viewer } from '@/modules/swap/testing/scene'
import { ticket } from '@/modules/ticket/testing/scene'
import { requestsOf, type Parts, type Request } from './requests'

const ZONE = 'Asia/Shanghai'
const NOW = Date.parse('2026-11-26T08:00:00Z')
const agent = viewer('kf001', 'customer_service').me
const of = (parts: Partial<Parts>, who = agent): Request[] => requestsOf({ leave: [], swap: [], cover: [], ticket: [], ...parts }, who, ZONE, NOW)
const first = (parts: Partial<Parts>, who = agent) => {
  const { phase, next, deadline } = of(parts, who)[0]!
  return [phase, next.key, deadline]
}

describe('a request for leave', () => {
  it('waits for whoever decides until it would begin', () => {
    const leave = [periodLeave({ state: 'PENDING', begun: false })]
    expect(first({ leave })).toEqual(['OPEN', 'manager', '2026-12-01T04:00:00.000Z'])
    expect(first({ leave: [periodLeave({ state: 'PENDING', begun: false, startPeriod: 'MORNING', endorsedBy: 'ticketing.manager' })] })).toEqual(['OPEN', 'admin', '2026-11-30T16:00:00.000Z'])
  })

  it('goes its way once it is approved, and is over at the end', () => {
    const states = [{ begun: false }, { begun: true }, { extension: { endDate: '2026-12-06', endPeriod: 'AFTERNOON' as const, reason: '未愈' } }, { outcome: 'Taken' }, { state: 'REJECTED' as const }]
    expect(states.map((changes) => first({ leave: [periodLeave(changes)] }))).toEqual([
      ['OPEN', 'begins', null],
      ['OPEN', 'away', null],
      ['OPEN', 'extension', null],
      ['DONE', 'over', null],
      ['DONE', 'over', null],
    ])
  })
})

describe('a swap', () => {
  it('waits for those who have not answered', () => {
    expect(of({ swap: [swap()] })[0]).toMatchObject({ phase: 'OPEN', next: { key: 'confirming', names: ['王嘉宁'] }, deadline: '2026-11-27T02:00:00Z' })
    expect(first({ swap: [swap()] }, viewer('kf003', 'customer_service').me)).toEqual(['MINE', 'confirm', '2026-11-27T02:00:00Z'])
  })

  it('waits for departments then, and of a manager who takes no part for the own word', () => {
    const approvals = [
      { department: 'ticketing', state: 'OPEN' as const, by: null, at: null, comment: null },
      { department: 'vip', state: 'APPROVED' as const, by: null, at: null, comment: null },
    ]
    const approving = swap({ state: 'APPROVING', approvals, items: items(['a', 'b']) })
    expect(of({ swap: [approving] })[0]).toMatchObject({ phase: 'OPEN', next: { key: 'approving', departments: ['ticketing'] }, deadline: '2026-12-03T04:00:00Z' })
    expect(first({ swap: [approving] }, viewer('ticketing.manager', 'manager').me)).toEqual(['MINE', 'decide', '2026-12-03T04:00:00Z'])
    expect(first({ swap: [swap({ state: 'EXECUTED' })] })).toEqual(['DONE', 'over', null])
  })
})

describe('a cover', () => {
  it('waits for an answer in time, then for the shift; those of others are none', () => {
    expect(first({ cover: [offeredCover()] })).toEqual(['MINE', 'answer', '2026-12-02T08:00:00Z'])
    expect(first({ cover: [offeredCover({ state: 'COVERED' })] })).toEqual(['OPEN', 'cover', null])
    expect(first({ cover: [offeredCover({ state: 'COVERED', end: '2026-11-26T07:00:00Z' })] })).toEqual(['DONE', 'over', null])
    expect(first({ cover: [offeredCover({ offerUntil: '2026-11-26T07:59:00Z' })] })).toEqual(['DONE', 'over', null])
    expect(of({ cover: [offeredCover({ offeredTo: { id: 'kf002', name: '李思远' } })] })).toEqual([])
  })
})

describe('all requests', () => {
  it('begin with what waits for this person, by deadline, and end with what is over', () => {
    const requests = of({
      leave: [periodLeave({ id: 'over', outcome: 'Taken' }), periodLeave({ id: 'asked', state: 'PENDING', begun: false })],
      swap: [swap()],
      cover: [offeredCover()],
      ticket: [ticket({ id: 'mine', state: 'OPEN' }), ticket({ id: 'waits', state: 'PENDING' }), ticket({ id: 'solved', state: 'SOLVED' })],
    })
    expect(requests.map(({ key }) => key)).toEqual(['ticket-mine', 'cover-c1', 'swap-s1', 'leave-asked', 'ticket-waits', 'ticket-solved', 'leave-over'])
  })
})
