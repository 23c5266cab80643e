/** A piece of a message that is shown in one way. Links lead only to the web, to mail or to a phone. */
export type Piece =
  | { kind: 'text' | 'strong' | 'code'; text: string }
  | { kind: 'link'; text: string; href: string }

// Text follows an address without a space in Chinese, so an address ends where ASCII ends.
const URL_LIKE = /https?:\/\/[!#-&(-;=?-~]+/.source
const NAMED_LINK = /\[[^\]\n]{1,200}\]\([^()\s]+\)/.source
const STRONG = /\*\*[^*\n]+\*\*/.source
const CODE = /`[^`\n]+`/.source

const PLAIN = new RegExp(URL_LIKE, 'g')
const MARKED = new RegExp([NAMED_LINK, URL_LIKE, STRONG, CODE].join('|'), 'g')
const SAFE = new Set(['http:', 'https:', 'mailto:', 'tel:'])

/** Cuts a body into pieces; of Markdown only what fits a bubble is understood. */
export function pieces(body: string, contentType = 'text/plain'): Piece[] {
  const found: Piece[] = []
  let end = 0
  for (const match of body.matchAll(contentType === 'text/markdown' ? MARKED : PLAIN)) {
    const piece = pieceOf(match[0])
    if (!piece) continue
    if (match.index > end) found.push({ kind: 'text', text: body.slice(end, match.index) })
    found.push(piece.piece)
    end = match.index + piece.length
  }
  if (end < body.length) found.push({ kind: 'text', text: body.slice(end) })
  return found
}

function pieceOf(text: string): { piece: Piece; length: number } | null {
  if (text.startsWith('**')) return { piece: { kind: 'strong', text: text.slice(2, -2) }, length: text.length }
  if (text.startsWith('`')) return { piece: { kind: 'code', text: text.slice(1, -1) }, length: text.length }
  if (text.startsWith('[')) {
    const cut = text.indexOf('](')
    const href = safe(text.slice(cut + 2, -1))
    return href ? { piece: { kind: 'link', text: text.slice(1, cut), href }, length: text.length } : null
  }
  const url = text.replace(/[.,;:!?)\]}]+$/, '')
  const href = safe(url)
  return href ? { piece: { kind: 'link', text: url, href }, length: url.length } : null
}

function safe(href: string): string | null {
  try {
    const url = new URL(href)
    return SAFE.has(url.protocol) ? url.href : null
  } catch {
    return null
  }
}
