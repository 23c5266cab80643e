import { useI18n } from 'vue-i18n'
import type { Leave, LeaveCheck } from '@/shared/api'
import { useTimes } from '@/shared/i18n/useTimes'
import { spanOf } from './form'

type Spanned = Pick<Leave, 'startDate' | 'startPeriod' | 'endDate' | 'endPeriod'>

/** When a leave is, in words. */
export function useSpanText() {
  const { t } = useI18n()
  const { fullDay, clock, day, weekday } = useTimes()

  function spanText(leave: Spanned): string {
    const span = spanOf({ ...leave, type: 'OTHER', reason: '', attachments: [] })
    if (span) return `${fullDay(leave.startDate)} ${t(`leave.span.${span}`)}`
    const end = (date: string, part: string) => `${day(date)} ${weekday(date)} ${t(`leave.span.${part}`)}`
    return `${end(leave.startDate, leave.startPeriod)} – ${end(leave.endDate, leave.endPeriod)}`
  }
  const shiftText = (shift: LeaveCheck['shifts'][number]) =>
    `${day(shift.date)} ${shift.shiftType} ${timeOf(shift.start)}–${timeOf(shift.end)}`
  // A shift's edges come as wall-clock times or as instants.
  const timeOf = (edge: string) => (edge.includes('T') ? clock(edge) : edge.slice(0, 5))

  const daysText = (days: number) => t('leave.days', { days }, days === 1 ? 1 : 2)

  return { spanText, shiftText, daysText }
}
