import { useI18n } from 'vue-i18n'
import { useTimes } from '@/shared/i18n/useTimes'
import type { SwapItem, SwapShift } from './swapTypes'

/** When a shift is, and who takes what, in words. */
export function useShiftText() {
  const { t } = useI18n()
  const { clock, dateOf, day, weekday } = useTimes()

  const dateText = (shift: Pick<SwapShift, 'date'>) => `${day(shift.date)} ${weekday(shift.date)}`
  function hoursText({ start, end }: Pick<SwapShift, 'start' | 'end'>): string {
    const overnight = dateOf(end) > dateOf(start)
    return `${clock(start)}–${overnight ? t('swap.nextDay', { time: clock(end) }) : clock(end)}`
  }
  /** For places without room: what ends on the next day is marked. */
  const tightHours = ({ start, end }: Pick<SwapShift, 'start' | 'end'>) => `${clock(start)}–${clock(end)}${dateOf(end) > dateOf(start) ? ' +1' : ''}`
  const shiftText = (shift: SwapShift) => `${dateText(shift)} ${shift.shiftType.name} ${hoursText(shift)}`
  const shortText = (shift: SwapShift) => `${dateText(shift)} ${shift.shiftType.name}`

  /** Two people give to each other; of more each takes the shift of the next. */
  const chainText = (items: readonly SwapItem[]) =>
    items.map(({ agent }) => agent.name).join(items.length === 2 && items[1]!.takes ? ' ⇄ ' : ' → ')

  function takingText(item: SwapItem, items: readonly SwapItem[]): string {
    const giver = items.find(({ gives }) => gives.assignmentId === item.takes?.assignmentId)
    if (!item.takes) return t('swap.picture.open', { name: item.agent.name })
    return t('swap.picture.takes', { name: item.agent.name, giver: giver?.agent.name ?? '', shift: shiftText(item.takes) })
  }

  return { dateText, hoursText, tightHours, shiftText, shortText, chainText, takingText }
}
