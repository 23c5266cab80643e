import type { Swap, SwapState } from './swapTypes'

export type StepName = 'PROPOSED' | 'RULES' | 'CONFIRMATION' | 'APPROVAL' | 'EXECUTION'
export interface SwapStep {
  name: StepName
  state: 'DONE' | 'NOW' | 'NEXT' | 'FAILED'
  by?: string | null
  at?: string | null
  /** How many have answered, of how many. */
  tally?: { done: number; all: number }
}

const WAY: StepName[] = ['PROPOSED', 'CONFIRMATION', 'APPROVAL', 'EXECUTION']

/** Where each state is on the way; what ended before was at confirmation as long as somebody had not agreed. */
function placeOf(swap: Swap): number {
  const agreed = swap.items.every(({ agent, confirmation }) => agent.id === swap.proposer.id || confirmation === 'AGREED')
  const places: Partial<Record<SwapState, number>> = { CONFIRMING: 1, DECLINED: 1, APPROVING: 2, REJECTED: 2, FAILED: 3, EXECUTED: 4 }
  return places[swap.state] ?? (agreed ? 2 : 1)
}

/** The way of a swap so far and to come: proposed, confirmed, approved, carried out. What ends before goes no further. */
export function stepsOf(swap: Swap): SwapStep[] {
  const proposed: SwapStep = { name: 'PROPOSED', state: 'DONE', by: swap.proposer.name, at: swap.createdAt }
  if (swap.state === 'REFUSED') return [proposed, { name: 'RULES', state: 'FAILED', at: swap.decidedAt }]
  const asked = swap.items.filter(({ agent }) => agent.id !== swap.proposer.id)
  const tallies: Partial<Record<StepName, SwapStep['tally']>> = {
    CONFIRMATION: { done: asked.filter(({ confirmation }) => confirmation === 'AGREED').length, all: asked.length },
    APPROVAL: { done: swap.approvals.filter(({ state }) => state === 'APPROVED').length, all: swap.approvals.length },
  }
  const place = placeOf(swap)
  const ended = swap.state !== 'CONFIRMING' && swap.state !== 'APPROVING' && swap.state !== 'EXECUTED'
  const steps = WAY.map<SwapStep>((name, index) => {
    if (index === 0) return proposed
    const state = index < place ? 'DONE' : index > place ? 'NEXT' : ended ? 'FAILED' : 'NOW'
    const at = (state === 'FAILED' || name === 'EXECUTION') ? swap.decidedAt : undefined
    const tally = tallies[name]
    return { name, state, at, tally: tally && tally.all > 0 ? tally : undefined }
  })
  return ended ? steps.slice(0, place + 1) : steps
}
