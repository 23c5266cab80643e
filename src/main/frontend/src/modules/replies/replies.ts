import type { Me, Violation } from '@/shared/api'

export const SCOPES = ['PERSONAL', 'DEPARTMENT', 'TENANT'] as const
export type Scope = (typeof SCOPES)[number]

export interface QuickReply {
  id: string
  scope: Scope
  /** The person of a personal one, the department of a shared one, nobody when the whole company shares it. */
  owner: string | null
  category: string
  title: string
  shortcut: string | null
  body: string
  version: number
  updatedBy: string
  updatedAt: string
}
export interface Category {
  category: string
  replies: number
}
export interface Draft {
  scope: Scope
  department: string
  category: string
  title: string
  shortcut: string
  body: string
}
export interface Imported {
  dryRun: boolean
  added: number
  changed: number
  unchanged: number
}

/** The longest texts, in UTF-16 units as the server counts. */
export const MOST = { category: 50, title: 100, shortcut: 30, body: 8_000 } as const
/** Largest file that the server reads. */
export const MOST_BYTES = 2_000_000

type Who = Pick<Me, 'id' | 'roles' | 'department'>

/** Everybody keeps own ones, managers those of their department, administrators all that are shared. */
export function writableScopes(who: Who): Scope[] {
  if (who.roles.includes('admin')) return [...SCOPES]
  return who.roles.includes('manager') && who.department ? ['PERSONAL', 'DEPARTMENT'] : ['PERSONAL']
}

export function canWrite(reply: QuickReply, who: Who): boolean {
  if (reply.scope === 'PERSONAL') return reply.owner === who.id
  if (who.roles.includes('admin')) return true
  return reply.scope === 'DEPARTMENT' && who.roles.includes('manager') && reply.owner === who.department?.id
}

/** Those that follow each other in the same category, as the server orders them. */
export function grouped(replies: readonly QuickReply[]): { category: string; replies: QuickReply[] }[] {
  const groups: { category: string; replies: QuickReply[] }[] = []
  for (const reply of replies) {
    const last = groups.at(-1)
    if (last?.category === reply.category) last.replies.push(reply)
    else groups.push({ category: reply.category, replies: [reply] })
  }
  return groups
}

export const emptyDraft = (scope: Scope, department: string): Draft => ({ scope, department, category: '', title: '', shortcut: '', body: '' })

export const draftOf = ({ scope, owner, category, title, shortcut, body }: QuickReply): Draft => ({
  scope,
  department: scope === 'DEPARTMENT' ? (owner ?? '') : '',
  category,
  title,
  shortcut: shortcut ?? '',
  body,
})

/** What a draft is sent as; blank is none. */
export const sentOf = ({ category, title, shortcut, body }: Draft) => ({
  category: category.trim(),
  title: title.trim(),
  shortcut: shortcut.trim() || null,
  body,
})

/** Keys of the texts that say what is wrong with a field. */
export function mistakesOf(draft: Draft, needsDepartment: boolean): Partial<Record<keyof Draft, string>> {
  const mistakes: Partial<Record<keyof Draft, string>> = {}
  if (needsDepartment && draft.scope === 'DEPARTMENT' && !draft.department) mistakes.department = 'replies.mistake.department'
  if (!draft.title.trim()) mistakes.title = 'replies.mistake.blank'
  if (!draft.body.trim()) mistakes.body = 'replies.mistake.blank'
  if (/\s/.test(draft.shortcut.trim())) mistakes.shortcut = 'replies.mistake.word'
  for (const field of ['category', 'title', 'shortcut', 'body'] as const) {
    if (draft[field].trim().length > MOST[field]) mistakes[field] = 'replies.mistake.long'
  }
  return mistakes
}

/** Where a mistake of a file is: `line` counts from 1, and a table's `column` as well. */
export function placeOf({ line, column }: Violation): { line: number; column: number } | null {
  return line ? { line, column: column ?? 0 } : null
}
