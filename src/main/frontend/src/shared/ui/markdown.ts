import DOMPurify from 'dompurify'
import MarkdownIt from 'markdown-it'

const markdown = new MarkdownIt({ html: false, linkify: true, breaks: true }).disable(['image', 'heading', 'lheading'])

/** Knows lines and addresses, and takes every other character as it is. */
const plain = new MarkdownIt('zero', { html: false, linkify: true, breaks: true }).enable(['linkify', 'newline'])

const TAGS = ['p', 'br', 'em', 'strong', 's', 'code', 'pre', 'ul', 'ol', 'li', 'a', 'blockquote', 'hr']

const purifier = DOMPurify(window)
purifier.addHook('afterSanitizeAttributes', (node) => {
  if (node.tagName !== 'A') return
  node.setAttribute('target', '_blank')
  node.setAttribute('rel', 'noopener noreferrer nofollow')
})

/** Turns what somebody wrote into HTML that can only look, never act: no images, no scripts, no foreign styles. */
export function renderMarkdown(text: string): string {
  return kept(markdown, text)
}

/** The same for what was not written as Markdown: `2*3*4` stays what it is. */
export function renderPlain(text: string): string {
  return kept(plain, text)
}

const MOST_KEPT = 400
const rendered = new Map<MarkdownIt, Map<string, string>>([markdown, plain].map((one) => [one, new Map()]))

/** Who scrolls back sees what was rendered before. */
function kept(renderer: MarkdownIt, text: string): string {
  const known = rendered.get(renderer)!
  const html = known.get(text) ?? purifier.sanitize(renderer.render(text), { ALLOWED_TAGS: TAGS, ALLOWED_ATTR: ['href', 'target', 'rel'] })
  known.delete(text)
  known.set(text, html)
  if (known.size > MOST_KEPT) known.delete(known.keys().next().value!)
  return html
}
