export interface QuickReply {
  id: string
  scope: 'PERSONAL' | 'DEPARTMENT' | 'TENANT'
  category: string
  title: string
  shortcut: string | null
  body: string
}
/** The text for one conversation; names that nothing is known for stay in it. */
export interface Rendering {
  text: string
  missing: string[]
}
/** What is asked for after a slash, and where in the text. */
export interface Slash {
  from: number
  query: string
}

const PLACEHOLDER = /\{\{\s*[^{}]+?\s*\}\}/

/** A slash that begins a line asks for quick replies; so does the mark that Chinese keyboards type instead. */
export function slashAt(text: string, caret: number): Slash | null {
  const found = /(?:^|\n)[/、]([^\s/、]{0,30})$/.exec(text.slice(0, caret))
  return found ? { from: caret - found[1]!.length - 1, query: found[1]!.toLowerCase() } : null
}

/** Those that fit, the shortcut before the title before the text; own ones first among equals. */
export function matching(replies: readonly QuickReply[], query: string): QuickReply[] {
  const rank = ({ shortcut, title, body, category }: QuickReply) => {
    if (shortcut?.startsWith(query)) return shortcut === query ? 0 : 1
    if (title.toLowerCase().startsWith(query)) return 2
    if (`${title} ${category}`.toLowerCase().includes(query)) return 3
    return body.toLowerCase().includes(query) ? 4 : -1
  }
  return replies
    .map((reply, at) => ({ reply, at, rank: query ? rank(reply) : 0, shared: reply.scope !== 'PERSONAL' }))
    .filter((one) => one.rank >= 0)
    .sort((a, b) => a.rank - b.rank || Number(a.shared) - Number(b.shared) || a.at - b.at)
    .map((one) => one.reply)
}

/** The text with the reply in the place of the slash, and what is selected then: the first name that is not filled, or the end. */
export function insertReply(text: string, { from }: Slash, caret: number, reply: string): { text: string; start: number; end: number } {
  const open = PLACEHOLDER.exec(reply)
  const start = from + (open ? open.index : reply.length)
  return { text: text.slice(0, from) + reply + text.slice(caret), start, end: start + (open ? open[0].length : 0) }
}

export function hasPlaceholder(text: string): boolean {
  return PLACEHOLDER.test(text)
}
