import { describe, expect, it } from 'vitest'
import { choicesFor, desksOf, freshnessOf, obstaclesOf, offersOf, secondsSince, serviceTone, totalsOf, waitTone, withPresence } from './floor'
import { asked, at, floorOf, group, member, NOW, served, waiting } from './testing/scene'

describe('a wait', () => {
  it('is red once it is longer than the tenant wants', () => {
    expect([0, 7, 8, 15, 15.1, 600].map((seconds) => waitTone(seconds, 15))).toEqual(['ok', 'ok', 'warn', 'warn', 'bad', 'bad'])
  })

  it('is never negative, though a clock may be a little behind', () => {
    expect(secondsSince(at(-2), NOW)).toBe(0)
    expect(secondsSince(at(90), NOW)).toBe(90)
  })
})

describe('a service level', () => {
  it('is good from the goal on, and nothing when there is none', () => {
    expect([0.8, 0.799, 0.65, 0.649, 0].map((level) => serviceTone(level, 80))).toEqual(['ok', 'warn', 'warn', 'bad', 'bad'])
    expect([null, undefined].map((level) => serviceTone(level, 80))).toEqual(['quiet', 'quiet'])
  })
})

describe('the floor', () => {
  const late = waiting('h2', { ...asked('kf002', 4), since: at(40) })
  const soon = waiting('h1', { ...asked('kf001', 20), since: at(5) })
  const groups = [
    group({ queue: [soon], served: [served('h3', 'kf001')], members: [member('kf001'), member('kf003', { light: 'RED' })], freeSeats: 3 }),
    group({ department: 'vip', queue: [late], waiting: 260, members: [member('kf002', { light: 'GREEN' })], freeSeats: 1 }),
  ]

  it('adds up over departments, those whom a list leaves out included', () => {
    expect(totalsOf(groups)).toEqual({ waiting: 261, waitingSince: at(40), offers: 2, served: 1, freeSeats: 4, working: 2, missing: 1 })
    expect(totalsOf([group()]).waitingSince).toBeNull()
  })

  it('shows the offer first whose time is up first, with its agent', () => {
    expect(offersOf(groups).map((one) => [one.waiting.id, one.agent?.name])).toEqual([['h2', '李思远'], ['h1', '陈晓雨']])
  })

  it('believes a presence frame about somebody it shows, and only that', () => {
    const floor = floorOf(...groups)
    const frame = { type: 'PRESENCE', agentId: 'kf003', state: 'AWAY', onShift: true, light: 'GREEN' } as const
    const changed = withPresence(floor, frame)
    expect(changed.groups[0]!.now.members.find((one) => one.id === 'kf003')).toMatchObject({ state: 'AWAY', light: 'GREEN' })
    expect(changed.groups[1]).toBe(floor.groups[1])
    expect(withPresence(floor, { ...frame, agentId: 'other' }).groups).toEqual(floor.groups)
  })

  it('puts the desks in trouble first, then the busiest', () => {
    const now = group({
      members: [member('kf001'), member('kf002'), member('kf003')],
      served: [served('a', 'kf001'), served('b', 'kf001'), served('c', 'kf003', { state: 'PAUSED' }), served('d', 'kf001', { transferTo: 'kf002' })],
      queue: [waiting('e', asked('kf002', 9))],
    }).now
    const desks = desksOf(now)
    expect(desks.map((desk) => desk.member.id)).toEqual(['kf003', 'kf001', 'kf002'])
    expect(desks[2]).toMatchObject({ asked: [{ id: 'e' }], coming: [{ id: 'd' }], served: [] })
  })
})

describe('whom to assign by hand', () => {
  it('says what speaks against somebody', () => {
    const request = waiting('h', { skills: ['refund', 'vip'], ...asked('kf001', 9) })
    expect(obstaclesOf(member('kf001', { active: 4 }), request)).toEqual(['full', 'skills', 'asked'])
    expect(obstaclesOf(member('kf002', { onShift: false, state: 'OFFLINE', skills: ['refund', 'vip'] }), request)).toEqual(['offShift', 'offline'])
    expect(obstaclesOf(member('kf003', { state: 'AWAY' }), waiting('h'))).toEqual(['away'])
    expect(obstaclesOf(member('kf003'), waiting('h', { skills: ['refund'] }))).toEqual([])
  })

  it('offers who suits best first, and only agents of the department', () => {
    const members = [member('kf001', { active: 4 }), member('kf002', { active: 3 }), member('kf003', { active: 0 }), member('boss', { department: '' }), member('vip1', { department: 'vip' })]
    expect(choicesFor(group({ members }).now, waiting('h')).map((choice) => choice.member.id)).toEqual(['kf003', 'kf002', 'kf001'])
  })
})

describe('what is shown', () => {
  it('is only called live while changes are told, and old once it is', () => {
    expect(freshnessOf(at(3), NOW, true)).toBe('live')
    expect(freshnessOf(at(3), NOW, false)).toBe('polled')
    expect(freshnessOf(at(25), NOW, true)).toBe('live')
    expect(freshnessOf(at(26), NOW, true)).toBe('stale')
  })
})
