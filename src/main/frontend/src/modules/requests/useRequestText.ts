import { useI18n } from 'vue-i18n'
import { useDepartments } from '@/modules/identity/useDepartments'
import { useSpanText } from '@/modules/leave/useSpanText'
import { useShiftText } from '@/modules/swap/useShiftText'
import { useMe } from '@/modules/identity/useMe'
import { useTimes } from '@/shared/i18n/useTimes'
import type { Next, Request } from './requests'

/** What a request is about and what comes next, in words. */
export function useRequestText() {
  const { t, locale } = useI18n()
  const { me } = useMe()
  const { nameOf } = useDepartments()
  const { spanText, daysText } = useSpanText()
  const { chainText, shortText } = useShiftText()
  const { clock, day, weekday } = useTimes()

  const listOf = (names: string[]) => new Intl.ListFormat(locale.value, { style: 'short' }).format(names)

  function titleOf(request: Request): string {
    switch (request.kind) {
      case 'leave':
        return `${t(`leave.type.${request.leave.type}`)} ${daysText(request.leave.cost)}`
      case 'swap':
        return chainText(request.swap.items)
      case 'cover':
        return t('requests.instead', { name: request.cover.absentName })
      case 'ticket':
        return request.ticket.subject
    }
  }
  function aboutOf(request: Request): string {
    switch (request.kind) {
      case 'leave':
        return spanText(request.leave)
      case 'swap': {
        const own = request.swap.items.find(({ agent }) => agent.id === me.id)
        return own?.takes ? t('swap.ownPart', { gives: shortText(own.gives), takes: shortText(own.takes) }) : request.swap.items.map(({ gives }) => shortText(gives)).join(' · ')
      }
      case 'cover': {
        const { date, shiftType, start, end } = request.cover
        return `${day(date)} ${weekday(date)} ${shiftType} ${clock(start)}–${clock(end)}`
      }
      case 'ticket':
        return request.ticket.customer
    }
  }
  const numberOf = (request: Request) =>
    request.kind === 'leave' ? request.leave.number : request.kind === 'swap' ? request.swap.number : request.kind === 'cover' ? request.cover.leaveNumber : request.ticket.number
  const nextOf = ({ key, names, departments, date }: Next) =>
    t(`requests.next.${key}`, {
      who: listOf(names ?? departments?.map((id) => nameOf(id)) ?? []),
      when: date ? `${day(date)} ${weekday(date)}` : '',
    })
  return { titleOf, aboutOf, numberOf, nextOf }
}
