import mark from './baton.svg?raw'

const TEXTS = {
  zh: { claim: '客服业务流程平台', desk: '返回工作台' },
  en: { claim: 'Processes for customer service', desk: 'Back to the desk' },
}

/** The icon of the tab, and a strip above the menu that says where one is and leads back to the desk. */
export function brand(language: 'zh' | 'en', page: Document = document): void {
  const icon = page.querySelector<HTMLLinkElement>('link[rel~="icon"]')
  if (icon) icon.href = `data:image/svg+xml,${encodeURIComponent(mark)}`
  page.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
  put(language, page)
  // The header is drawn by the webapp, later than this and again after a log-in.
  new MutationObserver(() => put(language, page)).observe(page.body, {
    childList: true,
    subtree: true,
    characterData: true,
  })
}

function put(language: 'zh' | 'en', page: Document): void {
  const header = page.querySelector('[cam-widget-header]')
  if (header) dropMissingName(header, page)
  if (!header?.querySelector('.navbar-header') || header.querySelector('.baton-strip')) return
  const strip = page.createElement('div')
  strip.className = 'baton-strip'
  const name = page.createElement('strong')
  name.textContent = 'Baton'
  const claim = page.createElement('span')
  claim.textContent = TEXTS[language].claim
  const desk = page.createElement('a')
  desk.href = '/desk/'
  desk.textContent = TEXTS[language].desk
  strip.append(name, claim, desk)
  header.prepend(strip)
}

/** A person needs no last name, and the webapps would write «null» in its place. */
function dropMissingName(header: Element, page: Document): void {
  const texts = page.createTreeWalker(header, NodeFilter.SHOW_TEXT)
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    if (/\S null\s*$/.test(text.textContent!)) text.textContent = text.textContent!.replace(/ null(\s*)$/, '$1')
  }
}
