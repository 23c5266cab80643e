import { describe, expect, it } from 'vitest'
import type { LivePerson } from '@/shared/api'
import { countOf, sortedByLight, withPresence } from './live'

const person = (id: string, light: LivePerson['light']) => ({ id, light, state: 'OFFLINE', onShift: false }) as LivePerson
const people = [person('kf003', 'WHITE'), person('kf002', 'GREEN'), person('kf001', 'GREEN'), person('kf004', 'RED')]

describe('the live view', () => {
  it('shows who is missing first', () => {
    expect(sortedByLight(people).map((it) => it.id)).toEqual(['kf004', 'kf001', 'kf002', 'kf003'])
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
