import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/vue-query'
import { computed, type Ref } from 'vue'
import { onFrame } from '@/modules/presence/useSocket'
import { asProblem, http, type Items, type Named } from '@/shared/api'
import type { Message, Priority } from '@/shared/socket'
import type { Ticket, TicketCounts, TicketNote, TicketPage, TicketState } from './ticketTypes'
import { askedBy, type TicketView } from './views'

export interface TicketFilter {
  view: TicketView
  department: string
  priority: Priority | ''
  overdue: boolean
  text: string
  order: 'NEWEST' | 'DUE'
}

const PAGE = 30
const MESSAGES = 100
const EVERY_MS = 30_000
const STALE = ['tickets', 'audit']

/** Everything that a change of a ticket may have changed is asked for again. */
function useRefresh() {
  const queries = useQueryClient()
  return () => STALE.forEach((key) => void queries.invalidateQueries({ queryKey: [key] }))
}

/** Asks again after the connection was lost; a notice of a ticket refreshes by itself. */
export function useFollowing() {
  const queries = useQueryClient()
  onFrame('READY', () => void queries.invalidateQueries({ queryKey: ['tickets'] }))
}

export function useTickets(filter: Ref<TicketFilter>) {
  const query = useInfiniteQuery({
    queryKey: ['tickets', 'list', filter],
    queryFn: ({ pageParam, signal }) => {
      const { view, overdue, ...rest } = filter.value
      return http.get<TicketPage>('/tickets', { ...askedBy(view), ...rest, overdue: overdue || undefined, limit: PAGE, cursor: pageParam }, signal)
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next ?? null,
    refetchInterval: EVERY_MS,
  })
  return { query, tickets: computed(() => query.data.value?.pages.flatMap((page) => page.items) ?? []) }
}

export function useCounts(department: Ref<string>) {
  return useQuery({
    queryKey: ['tickets', 'counts', department],
    queryFn: () => http.get<TicketCounts>('/tickets/counts', { department: department.value }),
    refetchInterval: EVERY_MS,
  }).data
}

export function useTicket(id: Ref<string>) {
  return useQuery({
    queryKey: ['tickets', 'one', id],
    queryFn: () => http.get<Ticket>(`/tickets/${id.value}`),
    refetchInterval: EVERY_MS,
  })
}

/** Who can be given a ticket of its department. */
export function useAssignees(ticket: Ref<Ticket>, enabled: Ref<boolean>) {
  const query = useQuery({
    queryKey: ['tickets', 'assignees', computed(() => ticket.value.id), computed(() => ticket.value.department)],
    queryFn: () => http.get<Items<Named>>(`/tickets/${ticket.value.id}/assignees`),
    enabled,
    staleTime: 300_000,
  })
  return { query, people: computed(() => query.data.value?.items ?? []) }
}

/** What was said in a conversation, the newest part first; earlier parts are asked for one by one. */
export function useTranscript(conversation: Ref<string>) {
  const query = useInfiniteQuery({
    queryKey: ['conversation', 'transcript', conversation],
    queryFn: ({ pageParam, signal }) =>
      http.get<Items<Message>>(`/conversations/${conversation.value}/messages`, { limit: MESSAGES, before: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next ?? null,
  })
  const messages = computed(() => [...(query.data.value?.pages ?? [])].reverse().flatMap((page) => page.items))
  return { query, messages }
}

/** What each change of a ticket needs. */
interface Changes {
  assignment: { assignee?: string | null; department?: string }
  priority: { priority: Priority }
  state: { state: TicketState; note?: string }
}
interface Outcome {
  onSuccess: (ticket: Ticket) => void
  onError: (error: unknown) => void
}

/** Whether somebody else was faster: what is shown is not true any more. */
export const isStale = (error: unknown) => [409, 412].includes(asProblem(error).status)

function useShowing() {
  const queries = useQueryClient()
  return (ticket: Ticket) => queries.setQueryData(['tickets', 'one', ticket.id], ticket)
}

/** Changes a ticket as it was seen. Whatever comes of it, what is shown is asked for again. */
export function useChange<Name extends keyof Changes>(name: Name, outcome: Outcome) {
  const refresh = useRefresh()
  const show = useShowing()
  return useMutation({
    mutationFn: ({ ticket, sent }: { ticket: Ticket; sent: Changes[Name] }) =>
      http.post<Ticket>(`/tickets/${ticket.id}/${name}`, sent, { version: ticket.version }),
    onSuccess: (ticket) => (show(ticket), outcome.onSuccess(ticket)),
    onError: outcome.onError,
    onSettled: refresh,
  })
}

/** Goes on with the conversation of a ticket. */
export function useTakeUp(outcome: Outcome) {
  const queries = useQueryClient()
  const refresh = useRefresh()
  return useMutation({
    mutationFn: (ticket: Ticket) => http.post<Ticket>(`/tickets/${ticket.id}/take-up`),
    onSuccess: outcome.onSuccess,
    onError: outcome.onError,
    onSettled: () => {
      refresh()
      for (const key of ['conversations', 'conversation', 'seats']) void queries.invalidateQueries({ queryKey: [key] })
    },
  })
}

export function useNote(onSuccess: () => void, onError: (error: unknown) => void) {
  const refresh = useRefresh()
  return useMutation({
    mutationFn: ({ id, text, key }: { id: string; text: string; key: string }) => http.create<TicketNote>(`/tickets/${id}/notes`, { text }, key),
    onSuccess,
    onError,
    onSettled: refresh,
  })
}
