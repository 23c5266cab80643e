import { mount } from '@vue/test-utils'
import { computed, defineComponent, h } from 'vue'
import { describe, expect, it } from 'vitest'
import type { DayKind } from '@/shared/api'
import { changeLocale, i18n } from '@/shared/i18n'
import type { DayInfo } from '../calendar'
import { provideDays, type Days } from '../useCalendar'
import BoardHead from './BoardHead.vue'
import UnknownYears from './UnknownYears.vue'

const dates = ['2026-10-01', '2026-10-05', '2026-10-10', '2026-10-11', '2026-10-12']
const info = (date: string, kind: DayKind, name = ''): [string, DayInfo] => [
  date,
  { date, kind, name, announced: true },
]

function head(days: Days) {
  changeLocale('zh-CN')
  const parent = defineComponent({
    setup() {
      provideDays(computed(() => days))
      return () => h(BoardHead, { dates, counts: [1, 2, 3, 4, 5], today: '2026-10-12' })
    },
  })
  return mount(parent, { global: { plugins: [i18n] } }).findAll('[data-testid="board-day"]')
}

describe('the head of the board', () => {
  it('says which days are holidays, off or worked in exchange', () => {
    const days = head(
      new Map([
        info('2026-10-01', 'STATUTORY_HOLIDAY', '国庆节'),
        info('2026-10-05', 'DAY_OFF', '国庆节'),
        info('2026-10-10', 'ADJUSTED_WORKDAY', '国庆节'),
        info('2026-10-11', 'REST_DAY'),
        info('2026-10-12', 'WORKDAY'),
      ]),
    )
    expect(days.map((day) => day.find('[data-kind]').exists() && day.get('[data-kind]').text())).toEqual(['节', '假', '班', false, false])
    expect(days.map((day) => day.classes().includes('weekend'))).toEqual([true, true, false, true, false])
    expect(days[0]!.text()).toContain('国庆节')
    expect(days[0]!.get('[data-kind]').attributes('title')).toBe('法定节假日')
  })

  it('goes by the week while the calendar is not there', () => {
    expect(head(new Map()).map((day) => day.classes().includes('weekend'))).toEqual([false, false, true, true, false])
  })

  it('says which years are not announced', () => {
    const shown = (years: number[]) => mount(UnknownYears, { props: { years }, global: { plugins: [i18n] } }).text()
    expect(shown([2027])).toBe('2027 年的放假安排尚未公布')
    expect(shown([2026, 2027])).toBe('2026和2027 年的放假安排尚未公布')
    expect(shown([])).toBe('')
  })
})
