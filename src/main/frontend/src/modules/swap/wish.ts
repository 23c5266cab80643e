import { addDays } from '@/shared/i18n/time'
import { MOST_TEXT } from './chain'
import { rangeAround } from './range'
import type { SwapShift, SwapWish, SwapWishRequest } from './swapTypes'

export interface WishDraft {
  gives: string
  shiftTypeIds: string[]
  from: string
  to: string
  comment: string
}

const MOST_DAYS = 92

export function emptyWish(gives: string, shifts: readonly SwapShift[], today: string): WishDraft {
  const shift = shifts.find(({ assignmentId }) => assignmentId === gives)
  const range = shift ? rangeAround(shift.date, today) : { from: today, to: addDays(today, 14) }
  return { gives: shift ? gives : '', shiftTypeIds: [], comment: '', ...range }
}

/** Keys of what is missing or impossible, by field; the rules of the house are the server's to judge. */
export function wishMistakes(wish: WishDraft): Partial<Record<'gives' | 'to' | 'comment', string>> {
  const mistakes: ReturnType<typeof wishMistakes> = {}
  if (!wish.gives) mistakes.gives = 'swap.mistake.gives'
  if (!wish.from || !wish.to || wish.to < wish.from) mistakes.to = 'swap.mistake.order'
  else if (wish.to > addDays(wish.from, MOST_DAYS)) mistakes.to = 'swap.mistake.tooLong'
  if (wish.comment.length > MOST_TEXT) mistakes.comment = 'swap.mistake.long'
  return mistakes
}

export const wishRequest = (wish: WishDraft): SwapWishRequest => ({ ...wish, comment: wish.comment.trim() || undefined })

/** The own ones first, then by the shift that is given away. */
export function inOrder(wishes: readonly SwapWish[], personId: string): SwapWish[] {
  const mine = (wish: SwapWish) => Number(wish.agent.id === personId)
  return [...wishes].sort((a, b) => mine(b) - mine(a) || a.gives.start.localeCompare(b.gives.start))
}
