import type { SlotConflict } from '@/shared/api'

export type Kind = 'ALL' | SlotConflict['severity']

const cellOf = ({ agentId, date }: { agentId: string; date: string }) => `${agentId} ${date}`

/** The cells that something blocks. */
export function blockedCells(conflicts: readonly SlotConflict[]): Set<string> {
  return new Set(conflicts.filter((conflict) => conflict.severity === 'BLOCKS').map(cellOf))
}

/** The cells that can be planned, though something is to be said of them. */
export function warnedCells(conflicts: readonly SlotConflict[]): Set<string> {
  const blocked = blockedCells(conflicts)
  return new Set(conflicts.map(cellOf).filter((cell) => !blocked.has(cell)))
}

export function withoutBlocked<T extends { agentId: string; date: string }>(all: readonly T[], conflicts: readonly SlotConflict[]): T[] {
  const blocked = blockedCells(conflicts)
  return all.filter((one) => !blocked.has(cellOf(one)))
}

/** Those of one kind; what blocks comes first, the rest keeps its order. */
export function listed(conflicts: readonly SlotConflict[], kind: Kind): SlotConflict[] {
  const of = (severity: Kind) => conflicts.filter((conflict) => conflict.severity === severity)
  return kind === 'ALL' ? [...of('BLOCKS'), ...of('WARNS')] : of(kind)
}
