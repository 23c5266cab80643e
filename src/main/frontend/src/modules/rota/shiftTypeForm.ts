import type { ShiftTypeDetails, ShiftTypeRequest, ShiftTypeVersion, Span, StaffingRow } from '@/shared/api'

/** A shift type as it is typed in; skills are one line. */
export interface ShiftTypeForm {
  code: string
  nameZh: string
  nameEn: string
  color: string
  start: string
  end: string
  breaks: Span[]
  skills: string
  staffing: StaffingRow[]
  validFrom: string
}
export type Mistakes = Partial<Record<keyof ShiftTypeForm, string>>

export const WEEKDAYS = 7
export const MOST_PEOPLE = 500
const CODE = /^[a-z][a-z0-9-]{0,30}$/
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/
const DAY = 1_440

const nobody = () => Array<number>(WEEKDAYS).fill(0)
const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
/** How long after the start, around the clock. */
const after = (start: string, time: string) => (minutes(time) - minutes(start) + DAY) % DAY

export function currentOf(type: ShiftTypeDetails): ShiftTypeVersion {
  return type.versions.find((version) => version.number === type.inForce) ?? type.versions[0]!
}

/** The newest version is what a change begins with, so that an announced change is not undone unseen. */
export function formOf(type: ShiftTypeDetails | null, departments: readonly string[], today: string): ShiftTypeForm {
  const version = type?.versions.at(-1)
  const wanted = new Map(version?.staffing.map((row) => [row.department, row.people]))
  return {
    code: type?.code ?? '',
    nameZh: version?.nameZh ?? '',
    nameEn: version?.nameEn ?? '',
    color: version?.color ?? '#2563eb',
    start: version?.start ?? '08:00',
    end: version?.end ?? '16:00',
    breaks: version?.breaks.map((pause) => ({ ...pause })) ?? [],
    skills: version?.skills.join(', ') ?? '',
    staffing: departments.map((department) => ({ department, people: [...(wanted.get(department) ?? nobody())] })),
    validFrom: version && version.validFrom > today ? version.validFrom : today,
  }
}

export function requestOf(form: ShiftTypeForm): ShiftTypeRequest {
  return {
    ...form,
    code: form.code.trim(),
    nameZh: form.nameZh.trim(),
    nameEn: form.nameEn.trim(),
    skills: skillsOf(form.skills),
    staffing: form.staffing.filter(({ people }) => people.some((count) => count > 0)),
  }
}

export const crossesMidnight = ({ start, end }: Span) => end < start

/** Keys of texts about fields that the server would refuse; empty when it would not. */
export function mistakesOf(form: ShiftTypeForm, today: string): Mistakes {
  const found: [keyof ShiftTypeForm, boolean, string][] = [
    ['code', !CODE.test(form.code.trim()), 'code'],
    ['nameZh', !isName(form.nameZh), 'name'],
    ['nameEn', !isName(form.nameEn), 'name'],
    ['color', !/^#[0-9a-f]{6}$/i.test(form.color ?? ''), 'color'],
    ['start', !TIME.test(form.start ?? ''), 'time'],
    ['end', !TIME.test(form.end ?? ''), 'time'],
    ['end', form.start === form.end, 'end'],
    ['breaks', !breaksFit(form), 'breaks'],
    ['skills', !skillsOf(form.skills).every((skill) => CODE.test(skill)), 'skills'],
    ['staffing', !form.staffing.every(({ people }) => people.every(isCount)), 'staffing'],
    ['validFrom', !form.validFrom || form.validFrom < today, 'validFrom'],
  ]
  const wrong = found.filter(([, isWrong]) => isWrong)
  return Object.fromEntries(wrong.map(([field, , text]) => [field, `rota.typeMistake.${text}`]))
}

const isName = (name: string) => name.trim().length > 0 && name.trim().length <= 60
const isCount = (count: number) => Number.isInteger(count) && count >= 0 && count <= MOST_PEOPLE
const skillsOf = (line: string) => [...new Set(line.split(/[,，、\s]+/).filter(Boolean))]

function breaksFit({ start, end, breaks }: ShiftTypeForm): boolean {
  if (!breaks.every((pause) => TIME.test(pause.start ?? '') && TIME.test(pause.end ?? ''))) return false
  const length = after(start, end)
  const spans = breaks.map((pause) => [after(start, pause.start), after(start, pause.end)] as const).sort(([a], [b]) => a - b)
  return spans.every(([from, to], index) => from < to && to <= length && from >= (spans[index - 1]?.[1] ?? 0))
}
