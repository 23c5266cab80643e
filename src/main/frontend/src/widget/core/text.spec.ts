import { describe, expect, it } from 'vitest'
import { pieces } from './text'

const links = (body: string, type?: string) => pieces(body, type).flatMap((piece) => (piece.kind === 'link' ? [piece.href] : []))

describe('pieces', () => {
  it('finds addresses amid Chinese text and leaves the punctuation out', () => {
    expect(pieces('见https://a.test/x?y=1，谢谢')).toEqual([
      { kind: 'text', text: '见' },
      { kind: 'link', text: 'https://a.test/x?y=1', href: 'https://a.test/x?y=1' },
      { kind: 'text', text: '，谢谢' },
    ])
    expect(links('(https://a.test/x).')).toEqual(['https://a.test/x'])
  })

  it('never makes a link that runs code', () => {
    for (const body of ['[x](javascript:alert(1))', '[x](data:text/html,1)', 'javascript:alert(1)', '<a href="x">y</a>']) {
      expect(links(body, 'text/markdown')).toEqual([])
    }
  })

  it('understands the little Markdown that fits a bubble, and only where it is meant', () => {
    expect(pieces('**a** `b` [c](https://d.test/)', 'text/markdown').map((piece) => piece.kind)).toEqual(['strong', 'text', 'code', 'text', 'link'])
    expect(pieces('**a** `b`')).toEqual([{ kind: 'text', text: '**a** `b`' }])
  })

  it('loses no character', () => {
    const body = 'a **b** 😊 [c](javascript:x) https://d.test/). `e`\n'
    expect(pieces(body).map((piece) => piece.text).join('')).toBe(body)
  })
})
