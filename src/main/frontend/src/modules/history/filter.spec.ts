import { describe, expect, it } from 'vitest'
import { askedBy, filterFrom, isNarrowed, looksForText } from './filter'
import { piecesOf } from './historyTypes'

const ZONE = 'Asia/Shanghai'

describe('what history is narrowed by', () => {
  it('is read from an address, and what makes no sense in one is nothing', () => {
    const filter = filterFrom({ q: '退票', state: 'SHUT', from: '2026-11-31x', to: '2026-11-26', category: ['a', 'b'], customer: 'x'.repeat(300) })
    expect(filter).toEqual({ q: '退票', customer: 'x'.repeat(200), agent: '', category: '', state: '', from: '', to: '2026-11-26' })
    expect(isNarrowed(filterFrom({}))).toBe(false)
    expect(isNarrowed(filter)).toBe(true)
  })

  it('is asked for in days of the tenant, the last one included', () => {
    expect(askedBy(filterFrom({ from: '2026-11-25', to: '2026-11-26' }), ZONE)).toMatchObject({ from: '2026-11-24T16:00:00.000Z', to: '2026-11-26T16:00:00.000Z' })
  })

  it('takes the number of a conversation for what it is', () => {
    const byNumber = filterFrom({ q: ' c-20261126-000007 ' })
    expect(looksForText(byNumber)).toBe(false)
    expect(askedBy(byNumber, ZONE)).toMatchObject({ number: 'C-20261126-000007' })
    expect(askedBy(byNumber, ZONE)).not.toHaveProperty('q')
    expect(looksForText(filterFrom({ q: 'C-2026' }))).toBe(true)
    expect(looksForText(filterFrom({ q: '  ' }))).toBe(false)
  })
})

describe('a snippet', () => {
  it('is cut where marks begin and end, and never shown twice', () => {
    const text = '请问怎么退票？'
    expect(piecesOf({ text, marks: [{ start: 4, end: 6 }] })).toEqual([
      { text: '请问怎么', marked: false },
      { text: '退票', marked: true },
      { text: '？', marked: false },
    ])
    const overlapping = piecesOf({ text, marks: [{ start: 4, end: 6 }, { start: 0, end: 2 }, { start: 5, end: 7 }, { start: 1, end: 2 }] })
    expect(overlapping.map((piece) => piece.text).join('')).toBe(text)
    expect(overlapping.filter((piece) => piece.marked).map((piece) => piece.text)).toEqual(['请问', '退票？'])
    expect(piecesOf({ text: '', marks: [] })).toEqual([])
  })
})
