import type { Named } from '@/shared/api'
import type { SwapFinding, SwapItem, SwapRequestItem, SwapShift } from './swapTypes'

export const MOST_PEOPLE = 8
export const MOST_TEXT = 500

/** Somebody with the shift that is handed on to the one before. */
export interface Link {
  agent: Named
  department: string
  gives: SwapShift
}

/** Each takes the shift of the next; when it is closed the last takes the shift of the first. */
export interface Chain {
  links: Link[]
  closed: boolean
}

export const EMPTY: Chain = { links: [], closed: false }

export const isPart = (chain: Chain, agentId: string) => chain.links.some(({ agent }) => agent.id === agentId)
export const isFull = (chain: Chain) => chain.links.length >= MOST_PEOPLE
export const canClose = (chain: Chain) => !chain.closed && chain.links.length >= 2

/** Adds somebody whose shift the last one takes; nobody twice, nothing to a closed or a full chain. */
export function withLink(chain: Chain, link: Link): Chain {
  if (chain.closed || isFull(chain) || isPart(chain, link.agent.id)) return chain
  return { links: [...chain.links, link], closed: false }
}

export function closed(chain: Chain): Chain {
  return canClose(chain) ? { ...chain, closed: true } : chain
}

/** Opens a closed chain, else takes the last link away. */
export function undone(chain: Chain): Chain {
  if (chain.closed) return { ...chain, closed: false }
  return { links: chain.links.slice(0, -1), closed: false }
}

function takenBy(chain: Chain, index: number): SwapShift | null {
  const next = chain.links[index + 1] ?? (chain.closed ? chain.links[0] : undefined)
  return next?.gives ?? null
}

export function itemsOf(chain: Chain): SwapItem[] {
  return chain.links.map((link, index) => ({
    ...link,
    step: index + 1,
    takes: takenBy(chain, index),
    confirmation: 'OPEN',
    answeredAt: null,
    answer: null,
  }))
}

export function requestOf(chain: Chain): SwapRequestItem[] {
  return chain.links.map(({ agent, gives }, index) => ({
    agentId: agent.id,
    gives: gives.assignmentId,
    takes: takenBy(chain, index)?.assignmentId ?? null,
  }))
}

/** The same text for the same question to the rules. */
export const signatureOf = (chain: Chain) => JSON.stringify(requestOf(chain))

/** A proposal as a chain that begins with one person. */
export function chainOf(items: SwapItem[], firstId: string): Chain {
  const givenBy = new Map(items.map((item) => [item.gives.assignmentId, item]))
  const links: Link[] = []
  let item = items.find(({ agent }) => agent.id === firstId) ?? items[0]
  while (item && !links.some(({ agent }) => agent.id === item!.agent.id)) {
    links.push({ agent: item.agent, department: item.department, gives: item.gives })
    item = item.takes ? givenBy.get(item.takes.assignmentId) : undefined
  }
  return { links, closed: item !== undefined && links.length >= 2 }
}

/** The chain with what the server knows of its shifts by now; another chain's answer changes nothing. */
export function renewed(chain: Chain, items: SwapItem[]): Chain {
  const known = new Map(items.map((item) => [item.gives.assignmentId, item]))
  const links = chain.links.map((link) => {
    const item = known.get(link.gives.assignmentId)
    return item ? { agent: item.agent, department: item.department, gives: item.gives } : link
  })
  return { ...chain, links }
}

export const findingsOf = (findings: readonly SwapFinding[], step: number | null) =>
  findings.filter((finding) => (finding.step ?? null) === step)

/** What the rules say of one link: nothing yet, fine, with warnings, or not at all. */
export type Verdict = 'ASKED' | 'FINE' | 'WARNS' | 'BLOCKS'

export function verdictOf(findings: readonly SwapFinding[], step: number, isKnown: boolean): Verdict {
  const own = findingsOf(findings, step)
  if (own.some(({ severity }) => severity === 'BLOCKS')) return 'BLOCKS'
  if (!isKnown) return 'ASKED'
  return own.length ? 'WARNS' : 'FINE'
}
