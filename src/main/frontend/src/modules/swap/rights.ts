import type { Me } from '@/shared/api'
import type { Swap } from './swapTypes'

export type Who = Pick<Me, 'id' | 'roles' | 'department'>

const itemOf = (swap: Swap, who: Who) => swap.items.find(({ agent }) => agent.id === who.id)
export const takesPart = (swap: Swap, who: Who) => itemOf(swap, who) !== undefined
export const isOpen = (swap: Swap) => swap.state === 'CONFIRMING' || swap.state === 'APPROVING'

/** Who was asked and has not said anything yet; whoever proposed it agreed by that. */
export function canAnswer(swap: Swap, who: Who): boolean {
  if (swap.state !== 'CONFIRMING' || swap.proposer.id === who.id) return false
  return itemOf(swap, who)?.confirmation === 'OPEN'
}

export function canWithdraw(swap: Swap, who: Who): boolean {
  return isOpen(swap) && swap.proposer.id === who.id
}

/** Departments whose word is still missing and that this person may give; nobody decides an own swap. */
export function decidable(swap: Swap, who: Who): string[] {
  if (swap.state !== 'APPROVING' || takesPart(swap, who) || swap.proposer.id === who.id) return []
  const open = swap.approvals.filter(({ state }) => state === 'OPEN').map(({ department }) => department)
  if (who.roles.includes('admin')) return open
  if (!who.roles.includes('manager')) return []
  return who.department ? open.filter((department) => department === who.department!.id) : open
}
