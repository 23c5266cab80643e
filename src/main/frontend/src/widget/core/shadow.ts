import css from '../widget.css?inline'

const TYPED = ['keydown', 'keyup', 'keypress']

/**
 * A place of our own in the page: its styles do not reach us, and ours not it. Needs no `style-src` of the page where the
 * browser knows style sheets without an element.
 */
export function raise(page: Document): { host: HTMLElement; root: HTMLElement } {
  const host = page.createElement('baton-widget')
  const shadow = host.attachShadow({ mode: 'open' })
  const root = page.createElement('div')
  root.className = 'root'
  try {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(css)
    shadow.adoptedStyleSheets = [sheet]
  } catch {
    const style = page.createElement('style')
    style.textContent = css
    shadow.append(style)
  }
  shadow.append(root)
  // What is typed into a chat is no shortcut of the page.
  for (const name of TYPED) shadow.addEventListener(name, (event) => event.stopPropagation())
  page.body.append(host)
  return { host, root }
}
