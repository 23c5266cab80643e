import { describe, expect, it } from 'vitest'
import { items, show } from '../testing/scene'
import ChainPicture from './ChainPicture.vue'
import DeadlineText from './DeadlineText.vue'

describe('the picture of a chain', () => {
  it('is told in words and as a table to those who do not see it', async () => {
    const { shown } = await show(ChainPicture, { items: items(['a', 'b']) })
    const picture = shown.get('svg')
    expect(picture.attributes('role')).toBe('img')
    expect(picture.attributes('aria-label')).toBe(
      '换班示意图：陈晓雨 接 李思远 的 12月7日 周一 早班 08:00–16:00; 李思远 接 陈晓雨 的 12月5日 周六 夜班 22:00–次日 06:00',
    )
    expect(shown.findAll('[data-testid="picture-row"]').map((row) => row.findAll('th, td').map((cell) => cell.text()))).toEqual([
      ['陈晓雨', '12月5日 周六 夜班 22:00–次日 06:00', '12月7日 周一 早班 08:00–16:00'],
      ['李思远', '12月7日 周一 早班 08:00–16:00', '12月5日 周六 夜班 22:00–次日 06:00'],
    ])
  })

  it('leaves open what nobody knows yet, and marks whom a rule stops', async () => {
    const open = items(['a', 'b']).map((item, index) => (index === 1 ? { ...item, takes: null } : item))
    const { shown } = await show(ChainPicture, { items: open, blocked: [2] })
    expect(shown.findAll('[data-testid="picture-arrow"]')).toHaveLength(1)
    expect(shown.get('svg').text()).toContain('待定')
    expect(shown.findAll('.person').map((row) => row.classes('blocked'))).toEqual([false, true])
  })
})

describe('a deadline', () => {
  const MINUTE = 60_000
  const until = '2026-11-27T00:00:00Z'

  it.each([
    [72 * 60, '还剩 3 天'],
    [47 * 60 + 5, '还剩 47 小时 5 分'],
    [60, '还剩 1 小时 0 分'],
    [0.5, '还剩 1 分钟'],
    [-5, '期限已过'],
  ])('%d minutes ahead is told as “%s”', async (minutes, text) => {
    const { part } = await show(DeadlineText, { until, now: Date.parse(until) - minutes * MINUTE })
    expect(part('swap-deadline').text()).toBe(text)
  })
})
