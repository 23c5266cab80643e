const TITLE_MS = 500

/** Only where the page is, not what it was asked: queries carry what is nobody's business. */
export const placeOf = (page: Location): string => page.origin + page.pathname

/**
 * Tells of this page and of each one that the site shows without loading anew; a little later, since sites change the
 * address before the title. Returns the function that ends it.
 */
export function watchPages(visited: (url: string, title: string) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let last = ''
  const look = () => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      const place = placeOf(location)
      if (place !== last) visited((last = place), document.title)
    }, TITLE_MS)
  }
  const { pushState } = history
  // Not every browser tells when a page changes its own address.
  const watching: History['pushState'] = function (this: History, ...change) {
    pushState.apply(this, change)
    look()
  }
  history.pushState = watching
  addEventListener('popstate', look)
  look()
  return () => {
    clearTimeout(timer)
    removeEventListener('popstate', look)
    // Somebody else may have put a function of its own around ours.
    if (history.pushState === watching) history.pushState = pushState
  }
}
