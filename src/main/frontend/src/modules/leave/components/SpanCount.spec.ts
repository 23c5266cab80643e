import { describe, expect, it } from 'vitest'
import type { LeaveSegment } from '@/shared/api'
import { show } from '../testing/scene'
import SpanCount from './SpanCount.vue'

const day = (date: string, more: Partial<LeaveSegment> = {}): LeaveSegment => ({
  date,
  kind: 'WORKDAY',
  name: '',
  halves: ['MORNING', 'AFTERNOON'],
  counts: true,
  ...more,
})
const overNewYear = [
  day('2026-12-31', { halves: ['AFTERNOON'] }),
  day('2027-01-01', { kind: 'STATUTORY_HOLIDAY', counts: false, name: '元旦' }),
  day('2027-01-02', { kind: 'REST_DAY', counts: false }),
]

describe('the days of a leave on the screen', () => {
  it('say of each what it is and whether it counts, not by colour alone', async () => {
    const { shown } = await show(SpanCount, { segments: overNewYear, announced: true })
    const days = shown.findAll('[data-testid="span-day"]').map((cell) => cell.get('.hidden-visually').text())
    expect(days).toEqual(['12月31日 下午 工作日', '1月1日 元旦 不计', '1月2日 休息日 不计'])
    expect(shown.text()).toContain('0.5 天')
    expect(shown.text()).toContain('元旦 1月1日')
  })

  it('tell when the holidays of the year are not known yet', async () => {
    const { part, shown } = await show(SpanCount, { segments: overNewYear, announced: false })
    expect(part('span-unknown').text()).toContain('2027 年节假日尚未公布')
    await shown.setProps({ announced: true })
    expect(part('span-unknown').exists()).toBe(false)
  })

  it('are not drawn for one plain day', async () => {
    const { part } = await show(SpanCount, { segments: [day('2026-12-07')], announced: true })
    expect(part('span-calendar').exists()).toBe(false)
  })
})
