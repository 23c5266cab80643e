import { urlOf, type Assignment, type Problem, type RotaImport, type SlotConflict, type Violation } from '@/shared/api'

/** Largest file that the server reads. */
export const MOST_BYTES = 2_000_000

export type Format = 'csv' | 'xlsx'

/** Where the plan of a window is to be had as a file. */
export function exportUrl(window: { from: string; to: string; department?: string }, format: Format): string {
  return urlOf('/rota/export', { ...window, format })
}

/** A column as spreadsheets call it: 1 is A, 27 is AA. */
export function columnName(column: number): string {
  return column < 1 ? '' : columnName(Math.floor((column - 1) / 26)) + String.fromCharCode(65 + ((column - 1) % 26))
}

/** Where a mistake is; empty when it is the file as a whole. */
export function placeOf({ line, column }: Violation): string {
  return line ? columnName(column ?? 0) + line : ''
}

export interface Preview {
  slots: RotaImport['slots']
  unchanged: number
  people: number
  /** What would go if the plan of the file's people and days was replaced. */
  removed: Assignment[]
  /** What stands against replacing it. */
  conflicts: SlotConflict[]
  mistakes: Violation[]
  /** How many there are, of which only the first are listed. */
  total: number
}

export function previewOf({ slots, unchanged, removed, conflicts }: RotaImport): Preview {
  const people = new Set(slots.map((slot) => slot.agentId)).size
  return { slots, unchanged, people, removed, conflicts, mistakes: [], total: 0 }
}

/** The mistakes of a file that was refused; `null` for every other failure. */
export function mistakesOf(problem: Problem & { mistakes?: number }): Preview | null {
  if (problem.code !== 'rota_file_refused' || !problem.violations?.length) return null
  const total = problem.mistakes ?? problem.violations.length
  return { slots: [], unchanged: 0, people: 0, removed: [], conflicts: [], mistakes: problem.violations, total }
}
