import DOMPurify from 'dompurify'
import MarkdownIt from 'markdown-it'

const markdown = new MarkdownIt({ html: false, linkify: true, breaks: true }).disable(['image', 'heading', 'lheading'])

const TAGS = ['p', 'br', 'em', 'strong', 's', 'code', 'pre', 'ul', 'ol', 'li', 'a', 'blockquote', 'hr']

const purifier = DOMPurify(window)
purifier.addHook('afterSanitizeAttributes', (node) => {
  if (node.tagName !== 'A') return
  node.setAttribute('target', '_blank')
  node.setAttribute('rel', 'noopener noreferrer nofollow')
})

/** Turns what somebody wrote into HTML that can only look, never act: no images, no scripts, no foreign styles. */
export function renderMarkdown(text: string): string {
  return purifier.sanitize(markdown.render(text), { ALLOWED_TAGS: TAGS, ALLOWED_ATTR: ['href', 'target', 'rel'] })
}
