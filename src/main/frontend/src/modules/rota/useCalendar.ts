import { useMutation, useQueries, useQuery, useQueryClient } from '@tanstack/vue-query'
import { computed, inject, provide, type ComputedRef, type InjectionKey, type Ref } from 'vue'
import { http, type CalendarYear, type DayKind, type NoticeReport } from '@/shared/api'
import { isWeekend } from '@/shared/i18n/time'
import { daysOf, isWorked, unknownYears, yearOf, type DayInfo } from './calendar'

export type Days = Map<string, DayInfo>

const DAYS: InjectionKey<ComputedRef<Days>> = Symbol('calendar days')
const NO_DAYS = computed<Days>(() => new Map())
const FRESH_MS = 5 * 60_000

const read = (year: number) => http.get<CalendarYear>('/calendar', { year })

/** A year, as the page that edits it needs it. */
export function useYear(year: Ref<number>) {
  return useQuery({ queryKey: ['calendar', year], queryFn: () => read(year.value) })
}

/** What the dates of a board are. While the calendar cannot be had, the board goes without. */
export function useDays(dates: Ref<string[]>) {
  const wanted = computed(() => [...new Set(dates.value.map(yearOf))])
  const queries = useQueries({
    queries: computed(() => wanted.value.map((year) => ({ queryKey: ['calendar', year], queryFn: () => read(year), staleTime: FRESH_MS }))),
  })
  const years = computed(() => queries.value.flatMap((query) => (query.data ? [query.data] : [])))
  return { days: computed(() => daysOf(years.value, dates.value)), unknown: computed(() => unknownYears(years.value)) }
}

/** Hands the days to everything inside, so that the parts of the board between need not know of them. */
export const provideDays = (days: ComputedRef<Days>) => provide(DAYS, days)
export const injectDays = () => inject(DAYS, NO_DAYS)

/** Whether nobody works on a date; while the calendar is not there the week speaks for itself. */
export function injectRests(): (date: string) => boolean {
  const days = injectDays()
  return (date) => {
    const known = days.value.get(date)
    return known ? !isWorked(known.kind) : isWeekend(date)
  }
}

export interface DayChange {
  date: string
  kind: DayKind
  zh: string
  en: string
  version: number
}

interface Outcome {
  onSuccess: () => unknown
  onError: (error: unknown) => unknown
}

/** Changes one day, or makes it plain again. Of two who do so at once the second is told and sees the year anew. */
export function useDayChange(outcome: Outcome) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ date, version, ...day }: DayChange | { date: string; version: number }) =>
      'kind' in day
        ? http.put<CalendarYear>(`/calendar/${date}`, day, version)
        : http.delete<CalendarYear>(`/calendar/${date}`, version),
    ...outcome,
    onSettled: () => queries.invalidateQueries({ queryKey: ['calendar'] }),
  })
}

/** Imports a notice, or asks what that would change. */
export function useNotice() {
  const queries = useQueryClient()
  const send = (notice: object, dryRun: boolean) => http.post<NoticeReport>('/calendar:import', notice, { query: { dryRun } })
  return {
    preview: (notice: object) => send(notice, true),
    take: (notice: object) => send(notice, false).finally(() => queries.invalidateQueries({ queryKey: ['calendar'] })),
  }
}
