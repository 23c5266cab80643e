import type { Attachment, DayPart, LeaveRequest, LeaveType } from '@/shared/api'
import { addDays, daysBetween } from '@/shared/i18n/time'

export const TYPES: LeaveType[] = ['PERSONAL', 'SICK', 'ANNUAL', 'COMPENSATORY', 'OTHER']
export const PARTS: DayPart[] = ['MORNING', 'AFTERNOON']
export const MOST_REASON = 500
export const MOST_FILES = 5
export const MOST_DAYS = 180
export const MOST_BYTES = 5 * 1024 * 1024
export const FILE_TYPES = ['application/pdf', 'image/png', 'image/jpeg']

export interface LeaveDraft {
  type: LeaveType
  startDate: string
  startPeriod: DayPart
  endDate: string
  endPeriod: DayPart
  reason: string
  attachments: Attachment[]
}

export type Span = 'DAY' | DayPart | 'PERIOD'

export function emptyDraft(date: string): LeaveDraft {
  return {
    type: 'PERSONAL',
    startDate: date,
    startPeriod: 'MORNING',
    endDate: date,
    endPeriod: 'AFTERNOON',
    reason: '',
    attachments: [],
  }
}

/** A whole day, its morning, its afternoon, or anything that reaches further. */
export function spanOf(draft: Pick<LeaveDraft, 'startDate' | 'startPeriod' | 'endDate' | 'endPeriod'>): Span {
  if (draft.startDate !== draft.endDate) return 'PERIOD'
  if (draft.startPeriod === 'MORNING' && draft.endPeriod === 'AFTERNOON') return 'DAY'
  return draft.startPeriod === draft.endPeriod ? draft.startPeriod : 'PERIOD'
}

export function withSpan(draft: LeaveDraft, span: Span): LeaveDraft {
  if (span === 'PERIOD') {
    return draft.startDate === draft.endDate ? { ...draft, endDate: addDays(draft.startDate, 1), endPeriod: 'AFTERNOON' } : draft
  }
  return {
    ...draft,
    endDate: draft.startDate,
    startPeriod: span === 'DAY' ? 'MORNING' : span,
    endPeriod: span === 'DAY' ? 'AFTERNOON' : span,
  }
}

/** Moves the start; the end never stays before it. */
export function withStart(draft: LeaveDraft, startDate: string): LeaveDraft {
  const single = draft.startDate === draft.endDate
  return { ...draft, startDate, endDate: single || draft.endDate < startDate ? startDate : draft.endDate }
}

/** In half days' steps, weekends counted: only the server knows the calendar. */
export function daysOf(draft: LeaveDraft): number {
  const halves = 2 * daysBetween(draft.startDate, draft.endDate) + PARTS.indexOf(draft.endPeriod) - PARTS.indexOf(draft.startPeriod)
  return (halves + 1) / 2
}

/** Keys of what is missing or impossible, by field; the rules of the house are the server's to judge. */
export function mistakesOf(draft: LeaveDraft): Partial<Record<'startDate' | 'endDate' | 'reason', string>> {
  const mistakes: ReturnType<typeof mistakesOf> = {}
  if (!draft.startDate) mistakes.startDate = 'leave.mistake.date'
  if (!draft.endDate) mistakes.endDate = 'leave.mistake.date'
  const at = (date: string, part: DayPart) => `${date}${PARTS.indexOf(part)}`
  if (draft.startDate && draft.endDate && at(draft.endDate, draft.endPeriod) < at(draft.startDate, draft.startPeriod)) {
    mistakes.endDate = 'leave.mistake.order'
  } else if (draft.startDate && draft.endDate && daysOf(draft) > MOST_DAYS) {
    mistakes.endDate = 'leave.mistake.tooLong'
  }
  if (!draft.reason.trim()) mistakes.reason = 'leave.mistake.reason'
  else if (draft.reason.length > MOST_REASON) mistakes.reason = 'leave.mistake.long'
  return mistakes
}

export function requestOf(draft: LeaveDraft): LeaveRequest {
  return { ...draft, reason: draft.reason.trim(), attachments: draft.attachments.map((file) => file.id) }
}

/** The key of why a file is not taken, or `null`. */
export function fileMistake(file: Pick<File, 'type' | 'size'>): string | null {
  if (!FILE_TYPES.includes(file.type)) return 'leave.mistake.fileType'
  return file.size > MOST_BYTES ? 'leave.mistake.fileSize' : null
}
