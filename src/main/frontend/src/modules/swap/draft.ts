import type { Chain, Link } from './chain'

export interface SwapDraft {
  chain: Chain
  comment: string
}

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>
const keyOf = (ownerId: string) => `baton.draft.swap.${ownerId}`

function isLink(link: unknown): link is Link {
  const { agent, department, gives } = (link ?? {}) as Partial<Link>
  const texts = [agent?.id, agent?.name, department, gives?.assignmentId, gives?.date, gives?.start, gives?.end]
  return [...texts, gives?.shiftType?.id, gives?.shiftType?.name, gives?.shiftType?.color].every((text) => typeof text === 'string')
}

/** What somebody composed before a reload, or `null`: unreadable, of somebody else, or begun by now. */
export function readDraft(store: Store, ownerId: string, now: number): SwapDraft | null {
  try {
    const { chain, comment } = JSON.parse(store.getItem(keyOf(ownerId)) ?? '') as SwapDraft
    const { links } = chain
    const sound = links.length > 0 && links.every(isLink) && links[0]!.agent.id === ownerId && typeof comment === 'string'
    if (!sound || links.some(({ gives }) => !(Date.parse(gives.start) > now))) return null
    return { chain: { links, closed: chain.closed === true && links.length >= 2 }, comment }
  } catch {
    return null
  }
}

export function keepDraft(store: Store, ownerId: string, { chain, comment }: SwapDraft): void {
  if (chain.links.length === 0) store.removeItem(keyOf(ownerId))
  else store.setItem(keyOf(ownerId), JSON.stringify({ chain, comment }))
}
