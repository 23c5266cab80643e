import { describe, expect, it } from 'vitest'
import type { LivePerson } from '@/shared/api'
import { countOf, nextShift, sortedByLight, withPresence } from './live'

const person = (id: string, light: LivePerson['light']) => ({ id, light, state: 'OFFLINE', onShift: false }) as LivePerson
const people = [person('kf003', 'WHITE'), person('kf002', 'GREEN'), person('kf001', 'GREEN'), person('kf004', 'RED')]

describe('the live view', () => {
  it('shows who is missing first', () => {
    expect(sortedByLight(people).map((it) => it.id)).toEqual(['kf004', 'kf001', 'kf002', 'kf003'])
  })

  it('tells until when somebody is on shift', () => {
    const at = (time: string) => Date.parse(`2026-11-23T${time}:00Z`)
    const shift = (start: string, end: string, status: 'ACTIVE' | 'LEAVE' = 'ACTIVE') => ({ start: new Date(at(start)).toISOString(), end: new Date(at(end)).toISOString(), status })
    const shifts = [shift('12:00', '14:00'), shift('00:00', '04:00'), shift('04:00', '06:00'), shift('15:00', '16:00', 'LEAVE')]
    const seen = (time: string) => nextShift(shifts, at(time))
    expect(seen('01:00')).toMatchObject({ end: shifts[2]!.end, running: true })
    expect(seen('06:00')).toMatchObject({ start: shifts[0]!.start, running: false })
    expect(seen('14:00')).toBeNull()
  })

  it('counts lights', () => {
    expect(countOf(people)).toEqual({ GREEN: 2, YELLOW: 0, RED: 1, WHITE: 1 })
  })

  it('believes a presence frame about somebody it shows, and only that', () => {
    const frame = { type: 'PRESENCE', agentId: 'kf004', state: 'ONLINE', onShift: true, light: 'GREEN' } as const
    expect(withPresence(people, frame).find((it) => it.id === 'kf004')).toMatchObject({ light: 'GREEN', state: 'ONLINE' })
    expect(withPresence(people, { ...frame, agentId: 'other' })).toEqual(people)
  })
})
