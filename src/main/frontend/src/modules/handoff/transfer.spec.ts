import { describe, expect, it } from 'vitest'
import { colleague, group, step } from './testing/transfers'
import { choicesOf, keyOf, lastNote, movesOf, walk } from './transfer'

const from = { id: 'kf001', name: '陈晓雨' }
const to = { id: 'kf002', name: '李思远' }

describe('changes of hands', () => {
  it('carry the note of the transfer that led to them', () => {
    const steps = [
      step('HandoffTransferRequested', { agentBefore: from, comment: '先看发票' }),
      step('HandoffTransferRejected', { target: to }),
      step('HandoffTransferRequested', { agentBefore: from, comment: '再看一次' }),
      step('HandoffMoved', { id: 'm', agentBefore: from, agent: to }),
    ]
    expect(movesOf(steps)).toEqual([{ id: 'm', at: '2026-11-26T08:00:00Z', from, to, note: '再看一次' }])
    expect(lastNote(steps)).toBe('再看一次')
  })

  it('happen later when the customer waited for a department', () => {
    const steps = [
      step('HandoffBegun', { agent: from }),
      step('HandoffTransferRequested', { agentBefore: from }),
      step('HandoffRequeued'),
      step('HandoffOffered', { agent: to }),
      step('HandoffBegun', { id: 'b', agent: to }),
    ]
    expect(movesOf(steps)).toEqual([{ id: 'b', at: '2026-11-26T08:00:00Z', from, to, note: null }])
  })

  it('do not happen when a transfer came to nothing', () => {
    expect(movesOf([step('HandoffTransferRequested', { agentBefore: from }), step('HandoffTransferMissed'), step('HandoffBegun')])).toEqual([])
    expect(lastNote([])).toBe('')
  })
})

describe('what a conversation may be passed on to', () => {
  const agents = [colleague('kf002'), colleague('kf003', { eligible: false, obstacle: 'FULL' })]
  const groups = [group('vip'), group('ticketing', { open: false })]

  it('is a department before its people, as far as it matches', () => {
    expect(choicesOf(groups, agents, '').map(keyOf)).toEqual(['d/vip', 'd/ticketing', 'a/kf002', 'a/kf003'])
    expect(choicesOf(groups, agents, '票务').map(keyOf)).toEqual(['d/ticketing', 'a/kf002', 'a/kf003'])
    expect(choicesOf(groups, [], 'VIP').map(keyOf)).toEqual(['d/vip'])
  })

  it('is walked over by keys, round at the ends and past who cannot', () => {
    const choices = choicesOf(groups, agents, '')
    expect(walk(choices, null, 1)).toBe('d/vip')
    expect(walk(choices, null, -1)).toBe('a/kf002')
    expect(walk(choices, 'd/vip', 1)).toBe('a/kf002')
    expect(walk(choices, 'a/kf002', 1)).toBe('d/vip')
    expect(walk(choices, 'gone', -1)).toBe('a/kf002')
    expect(walk([], null, 1)).toBeNull()
  })
})
