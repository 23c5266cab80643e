/** What the server can fill in, in the order in which it is offered. */
export const PLACEHOLDERS = ['customer.name', 'agent.name', 'company.name', 'conversation.number', 'conversation.subject', 'conversation.category'] as const

const PLACE = /\{\{\s*([^{}]*?)\s*\}\}/g
const ATTRIBUTE = /^customer\.attributes\.[\p{L}\p{N}_.-]{1,50}$/u

export interface Piece {
  kind: 'text' | 'filled' | 'unknown'
  text: string
}

export const isKnown = (name: string) => (PLACEHOLDERS as readonly string[]).includes(name) || ATTRIBUTE.test(name)

/** The text with examples in its places; a place that nothing can fill stays as it is written. */
export function piecesOf(body: string, exampleOf: (name: string) => string): Piece[] {
  const pieces: Piece[] = []
  let from = 0
  for (const match of body.matchAll(PLACE)) {
    if (match.index > from) pieces.push({ kind: 'text', text: body.slice(from, match.index) })
    const name = match[1]!
    pieces.push(isKnown(name) ? { kind: 'filled', text: exampleOf(name) } : { kind: 'unknown', text: match[0] })
    from = match.index + match[0].length
  }
  if (from < body.length) pieces.push({ kind: 'text', text: body.slice(from) })
  return pieces
}

/** The names that nothing can fill, once each. */
export function unknownIn(body: string): string[] {
  return [...new Set([...body.matchAll(PLACE)].map((match) => match[1]!).filter((name) => !isKnown(name)))]
}
