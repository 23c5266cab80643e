import { describe, expect, it } from 'vitest'
import { canClose, chainOf, closed, EMPTY, findingsOf, isFull, itemsOf, MOST_PEOPLE, renewed, requestOf, signatureOf, undone, verdictOf, withLink } from './chain'
import { finding, items, link, person, shift, SHIFTS } from './testing/scene'

const three = [link('a'), link('b'), link('c')].reduce(withLink, EMPTY)

describe('a chain', () => {
  it('lets each take the shift of the next, the last nothing until it is closed', () => {
    expect(requestOf(three)).toEqual([
      { agentId: 'kf001', gives: 'a', takes: 'b' },
      { agentId: 'kf002', gives: 'b', takes: 'c' },
      { agentId: 'kf003', gives: 'c', takes: null },
    ])
    expect(requestOf(closed(three)).at(-1)).toMatchObject({ takes: 'a' })
    expect(itemsOf(three).map(({ step, takes }) => [step, takes?.assignmentId])).toEqual([[1, 'b'], [2, 'c'], [3, undefined]])
  })

  it('takes nobody twice, nobody when closed and nobody beyond the most', () => {
    expect(withLink(three, { ...link('a'), gives: SHIFTS.d }).links).toHaveLength(3)
    expect(withLink(closed(three), link('d')).links).toHaveLength(3)
    const many = Array.from({ length: 12 }, (_, i) => ({ agent: person(`x${i}`), department: 'd', gives: shift(`s${i}`, '2026-12-05') })).reduce(withLink, EMPTY)
    expect([many.links.length, isFull(many)]).toEqual([MOST_PEOPLE, true])
  })

  it('is closed by two or more only, once', () => {
    expect(canClose(withLink(EMPTY, link('a')))).toBe(false)
    expect(closed(withLink(EMPTY, link('a'))).closed).toBe(false)
    expect(canClose(three)).toBe(true)
    expect(canClose(closed(three))).toBe(false)
  })

  it('goes back step by step: opened first, then link by link', () => {
    expect(undone(closed(three))).toEqual(three)
    expect(undone(three).links.map(({ agent }) => agent.id)).toEqual(['kf001', 'kf002'])
    expect(undone(EMPTY)).toEqual(EMPTY)
  })

  it('asks the same question with the same text only', () => {
    expect(signatureOf(closed(three))).not.toBe(signatureOf(three))
    expect(signatureOf({ ...three })).toBe(signatureOf(three))
  })

  it('comes from a proposal in whatever order, beginning with the one who asks', () => {
    const [first, second, third] = items(['b', 'c', 'a'])
    const chain = chainOf([second!, first!, third!], 'kf001')
    expect(chain.links.map(({ agent }) => agent.id)).toEqual(['kf001', 'kf002', 'kf003'])
    expect(chain.closed).toBe(true)
    expect(requestOf(chain)).toEqual(requestOf(closed(three)))
  })

  it('comes from an answer about a single shift as it is, and from a wrong one without end', () => {
    expect(chainOf([{ ...items(['a'])[0]!, takes: null }], 'kf001')).toEqual({ links: [link('a')], closed: false })
    expect(chainOf([], 'kf001')).toEqual(EMPTY)
    const own = chainOf(items(['a']), 'kf001')
    expect([own.links.length, own.closed]).toEqual([1, false])
  })

  it('learns what has changed about its shifts, and nothing from another chain', () => {
    const moved = { ...SHIFTS.b, start: '2026-12-07T01:00:00Z' }
    const told = items(['a', 'b']).map((item) => (item.gives.assignmentId === 'b' ? { ...item, gives: moved } : item))
    expect(renewed(three, told).links[1]!.gives.start).toBe(moved.start)
    expect(renewed(three, items(['d']))).toEqual(three)
  })
})

describe('what the rules say of a link', () => {
  const findings = [finding({ step: 1 }), finding({ step: 2, severity: 'WARNS' }), finding({ step: null })]

  it('is told at the link, and of the whole chain apart', () => {
    expect([1, 2, 3].map((step) => verdictOf(findings, step, true))).toEqual(['BLOCKS', 'WARNS', 'FINE'])
    expect(findingsOf(findings, null)).toEqual([findings[2]])
  })

  it('is not known before they have answered', () => {
    expect(verdictOf([], 1, false)).toBe('ASKED')
  })
})
