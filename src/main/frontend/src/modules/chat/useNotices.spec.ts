import { describe, expect, it } from 'vitest'
import { isAbout } from './useNotices'

describe('a notice', () => {
  it('makes the lists of its subject stale and no others', () => {
    expect(isAbout('leave.approved', 'leaves')).toBe(true)
    expect(isAbout('LEAVE_DECIDED', 'audit')).toBe(true)
    expect(isAbout('leave.approved', 'conversations')).toBe(false)
    expect(isAbout('cover.offered', 'covers')).toBe(true)
    expect(isAbout('cover.offered', 'balances')).toBe(false)
    expect(isAbout('swap.confirm', 'swaps')).toBe(true)
    expect(isAbout('SwapExecuted', 'rota')).toBe(true)
    expect(isAbout('swap.confirm', 'balances')).toBe(false)
    expect(isAbout('handoff.escalated', 'queue')).toBe(true)
  })

  it('of an unknown kind makes everything stale', () => {
    expect(isAbout('weather', 'leaves')).toBe(true)
  })
})
