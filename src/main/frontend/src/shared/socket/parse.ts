import type { ServerFrame } from './frames'

type Check = (value: unknown) => boolean
type Shape = Record<string, Check>

const text: Check = (value) => typeof value === 'string'
const seq: Check = (value) => Number.isSafeInteger(value) && (value as number) >= 0
const given: Check = (value) => typeof value === 'object' && value !== null
const heads: Check = (value) => given(value) && Object.values(value as object).every(seq)

const MESSAGE: Shape = { id: text, conversationId: text, seq, senderType: text, body: text, sentAt: text }
const messages: Check = (value) => Array.isArray(value) && value.every((item) => fits(item, MESSAGE))

/** What this client relies on in each frame; all of it is required by the contract. */
export const SHAPES: Record<ServerFrame['type'], Shape> = {
  READY: { userId: text, heads },
  ACK: { id: text },
  TEXT: MESSAGE,
  TYPING: { conversationId: text },
  READ: { conversationId: text, seq },
  MESSAGES: { conversationId: text, messages },
  PONG: { heads },
  PRESENCE: { agentId: text, state: text, light: text },
  ROTA: { from: text, to: text },
  FLOOR: { department: text },
  HANDOFF_REQUEST: { handoffId: text, conversationId: text, expiresAt: text },
  HANDOFF_QUEUED: { handoffId: text, position: seq },
  HANDOFF_ACCEPTED: { handoffId: text, conversationId: text },
  HANDOFF_CANCELLED: { handoffId: text },
  HANDOFF_PAUSED: { handoffId: text },
  HANDOFF_RESUMED: { handoffId: text },
  HANDOFF_COMPLETED: { handoffId: text, conversationId: text },
  TRANSFERRED: { conversationId: text },
  NOTICE: { noticeId: text, kind: text, title: text },
  KICKED: {},
  ERROR: { code: text },
}

/** The frame in a text, or null: what is no frame, of an unknown type, or without what its type needs is left alone. */
export function parse(data: string): ServerFrame | null {
  try {
    const frame = JSON.parse(data) as ServerFrame | null
    const shape = frame && Object.hasOwn(SHAPES, frame.type) ? SHAPES[frame.type] : null
    return shape && fits(frame, shape) ? frame : null
  } catch {
    return null
  }
}

function fits(value: unknown, shape: Shape): boolean {
  return given(value) && Object.entries(shape).every(([field, check]) => check((value as Record<string, unknown>)[field]))
}
