import { h, type FunctionalComponent } from 'vue'
import { pieces } from '../core/text'

/** A body as elements; never as HTML of its author. */
export const RichText: FunctionalComponent<{ body: string; contentType: string }> = ({ body, contentType }) =>
  pieces(body, contentType).map((piece) => {
    if (piece.kind === 'link') {
      return h('a', { href: piece.href, target: '_blank', rel: 'noopener noreferrer nofollow' }, piece.text)
    }
    return piece.kind === 'text' ? piece.text : h(piece.kind, piece.text)
  })
RichText.props = ['body', 'contentType']
