import { beforeEach, describe, expect, it } from 'vitest'
import { closed, EMPTY, withLink } from './chain'
import { keepDraft, readDraft } from './draft'
import { link } from './testing/scene'

const NOW = Date.parse('2026-11-26T00:00:00Z')
const chain = closed([link('a'), link('b')].reduce(withLink, EMPTY))
const read = (now = NOW, id = 'kf001') => readDraft(sessionStorage, id, now)

describe('a draft of a swap', () => {
  beforeEach(() => sessionStorage.clear())

  it('is there again after a reload', () => {
    keepDraft(sessionStorage, 'kf001', { chain, comment: '谢谢' })
    expect(read()).toEqual({ chain, comment: '谢谢' })
  })

  it('is nobody else’s, and gone once its chain is empty', () => {
    keepDraft(sessionStorage, 'kf001', { chain, comment: '' })
    expect(read(NOW, 'kf002')).toBeNull()
    keepDraft(sessionStorage, 'kf001', { chain: EMPTY, comment: '' })
    expect(sessionStorage).toHaveLength(0)
  })

  it('is forgotten when one of its shifts has begun', () => {
    keepDraft(sessionStorage, 'kf001', { chain, comment: '' })
    expect(read(Date.parse('2026-12-05T14:00:00Z'))).toBeNull()
  })

  it.each([
    'nonsense',
    'null',
    '{}',
    '{"chain":{"links":[]},"comment":""}',
    '{"chain":{"links":[{"agent":{"id":"kf001","name":"n"}}],"closed":false},"comment":""}',
    JSON.stringify({ chain: { links: [link('b')], closed: false }, comment: '' }),
    JSON.stringify({ chain: { links: [{ ...link('a'), gives: { ...link('a').gives, start: 'soon' } }], closed: false }, comment: '' }),
    JSON.stringify({ chain: { links: [link('a')], closed: false } }),
  ])('is forgotten when it cannot be understood: %s', (kept) => {
    sessionStorage.setItem('baton.draft.swap.kf001', kept)
    expect(read()).toBeNull()
  })
})
