import type { Named } from './types'

/** What the company's site told of a customer, newest first, and how colleagues marked the customer. */
export interface CustomerProfile {
  attributes: Record<string, string>
  tags: string[]
  pages: PageVisit[]
  events: SiteEvent[]
}
export interface PageVisit {
  url: string
  title: string
  at: string
}
export interface SiteEvent {
  name: string
  data: Record<string, string>
  at: string
}
/** What a colleague wrote down; the customer never reads it. */
export interface CustomerNote {
  id: string
  /** Of which conversation it is; nothing when it is of the customer. */
  conversationId: string | null
  number: string | null
  author: Named
  at: string
  text: string
}
