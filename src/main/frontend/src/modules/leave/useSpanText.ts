import { useI18n } from 'vue-i18n'
import type { HalfDay, Leave, LeaveCheck } from '@/shared/api'
import { useTimes } from '@/shared/i18n/useTimes'
import { spanOf } from './form'

type Spanned = Pick<Leave, 'startDate' | 'startPeriod' | 'endDate' | 'endPeriod'>

/** When a leave is, in words. */
export function useSpanText() {
  const { t } = useI18n()
  const { fullDay, clock, day, weekday } = useTimes()

  function spanText(leave: Spanned): string {
    const span = spanOf(leave)
    if (span !== 'PERIOD') return `${fullDay(leave.startDate)} ${t(`leave.span.${span}`)}`
    const from = halfText({ date: leave.startDate, period: leave.startPeriod })
    return `${from} – ${halfText({ date: leave.endDate, period: leave.endPeriod })}`
  }
  const halfText = ({ date, period }: HalfDay) => `${day(date)} ${weekday(date)} ${t(`leave.span.${period}`)}`
  const shiftText = (shift: LeaveCheck['shifts'][number]) =>
    `${day(shift.date)} ${shift.shiftType} ${timeOf(shift.start)}–${timeOf(shift.end)}`
  // A shift's edges come as wall-clock times or as instants.
  const timeOf = (edge: string) => (edge.includes('T') ? clock(edge) : edge.slice(0, 5))

  const daysText = (days: number) => t('leave.days', { days }, days === 1 ? 1 : 2)

  return { spanText, halfText, shiftText, daysText }
}
