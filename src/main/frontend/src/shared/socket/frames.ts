/** Frames of the socket contract. Times are ISO-8601 in UTC; `seq` starts at 1 in each conversation and has no gap. */

export type SenderType = 'CUSTOMER' | 'AGENT' | 'SYSTEM' | 'BOT'
export type PresenceState = 'ONLINE' | 'AWAY' | 'OFFLINE'
export type Light = 'GREEN' | 'YELLOW' | 'RED' | 'WHITE'
export type Priority = 'LOW' | 'NORMAL' | 'HIGH' | 'URGENT'

/** A stored message: the same shape in TEXT, in MESSAGES and in the REST list. */
export interface Message {
  id: string
  conversationId: string
  seq: number
  senderType: SenderType
  senderId: string | null
  body: string
  contentType: string
  sentAt: string
  masked?: boolean
}

/** What one rule gave to a part of a score. */
export interface ScorePart {
  part: string
  rule?: string
  points: number
}

export type Heads = Record<string, number>

export interface Ready {
  type: 'READY'
  userId: string
  role: string
  tenant: string
  node?: string
  heads: Heads
  serverTime: string
}
export interface Ack {
  type: 'ACK'
  id: string
  conversationId?: string
  seq?: number
  sentAt?: string
}
export interface Failure {
  type: 'ERROR'
  code: string
  message: string
  id?: string
  retryAfterMs?: number
}
export interface Messages {
  type: 'MESSAGES'
  conversationId: string
  messages: Message[]
  more: boolean
}
export interface HandoffOffer {
  type: 'HANDOFF_REQUEST'
  handoffId: string
  conversationId: string
  reason: string
  priority: Priority
  customer: { id?: string; name?: string | null }
  score?: { total: number; parts: Record<string, number>; strategy?: string | null } | null
  summary?: string | null
  expiresAt: string
}

export type ServerFrame =
  | Ready
  | Ack
  | Failure
  | Messages
  | HandoffOffer
  | ({ type: 'TEXT' } & Message)
  | { type: 'TYPING'; conversationId: string; senderType?: SenderType; senderId?: string; preview?: string | null }
  | { type: 'READ'; conversationId: string; seq: number; senderType?: SenderType; senderId?: string }
  | { type: 'PONG'; serverTime: string; heads: Heads }
  | { type: 'PRESENCE'; agentId: string; state: PresenceState; onShift: boolean; light: Light }
  | { type: 'ROTA'; from: string; to: string }
  | { type: 'FLOOR'; department: string }
  | { type: 'HANDOFF_QUEUED'; handoffId: string; position: number; estimatedWaitSeconds: number | null }
  | {
      type: 'HANDOFF_ACCEPTED'
      handoffId: string
      conversationId: string
      agent: { name: string; avatar?: string | null }
    }
  | { type: 'HANDOFF_CANCELLED'; handoffId: string; reason: string }
  | { type: 'HANDOFF_PAUSED'; handoffId: string }
  | { type: 'HANDOFF_RESUMED'; handoffId: string }
  | { type: 'HANDOFF_COMPLETED'; handoffId: string; conversationId: string; reason: string; ticketId?: string | null; ticketNumber?: string | null }
  | { type: 'TRANSFERRED'; conversationId: string; from: string; to: string; seq: number }
  | { type: 'NOTICE'; noticeId: string; kind: string; title: string; link: string | null }
  | { type: 'KICKED'; reason: string }

export type ClientFrame =
  | { type: 'TEXT'; id: string; conversationId: string; body: string; contentType?: string }
  | { type: 'TYPING'; conversationId: string; preview?: string }
  | { type: 'READ'; conversationId: string; seq: number }
  | { type: 'SYNC'; id: string; conversations: Heads; limit?: number }
  | { type: 'PING' }
  | { type: 'PRESENCE'; id: string; state: PresenceState }
  | { type: 'HANDOFF_ACCEPT' | 'HANDOFF_REJECT'; id: string; handoffId: string; reason?: string }

export type FrameOf<T extends ServerFrame['type']> = Extract<ServerFrame, { type: T }>
