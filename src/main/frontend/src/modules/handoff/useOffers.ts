import { useQueryClient } from '@tanstack/vue-query'
import { computed, ref } from 'vue'
import { CommandRefused, type FrameOf } from '@/shared/socket'
import { onFrame, socket } from '@/modules/presence/useSocket'

export type Offer = FrameOf<'HANDOFF_REQUEST'> & { arrivedAt: number }

const offers = ref<Offer[]>([])
const answering = ref<string | null>(null)

function without(handoffId: string): void {
  offers.value = offers.value.filter((offer) => offer.handoffId !== handoffId)
}

interface Events {
  onOffer: (offer: Offer) => void
  onAccepted: (offer: Offer) => void
  onGone: (reason: string) => void
  onRefused: (error: CommandRefused) => void
}

/** Offers that wait for an answer of this agent, oldest first. */
export function useOffers(events: Events) {
  const queries = useQueryClient()

  onFrame('HANDOFF_REQUEST', (frame) => {
    without(frame.handoffId)
    const offer = { ...frame, arrivedAt: socket().now() }
    offers.value = [...offers.value, offer]
    events.onOffer(offer)
  })
  onFrame('HANDOFF_CANCELLED', (frame) => {
    if (offers.value.some((offer) => offer.handoffId === frame.handoffId)) events.onGone(frame.reason)
    without(frame.handoffId)
  })
  // The server tells all offers that are still open after each READY.
  onFrame('READY', () => (offers.value = []))

  async function answer(offer: Offer, accepts: boolean) {
    if (answering.value) return
    answering.value = offer.handoffId
    try {
      await (accepts ? socket().accept(offer.handoffId) : socket().reject(offer.handoffId))
      without(offer.handoffId)
      if (accepts) events.onAccepted(offer)
      await queries.invalidateQueries({ queryKey: ['conversations'] })
      await queries.invalidateQueries({ queryKey: ['seats'] })
    } catch (error) {
      if (!(error instanceof CommandRefused)) throw error
      if (error.code !== 'offline' && error.code !== 'timeout') without(offer.handoffId)
      events.onRefused(error)
    } finally {
      answering.value = null
    }
  }

  function expire(now: number) {
    offers.value = offers.value.filter((offer) => Date.parse(offer.expiresAt) + 1_000 > now)
  }

  return { offers: computed(() => offers.value), answering, answer, expire }
}
