/** The chat as a page of its own, for a plain link: what the address asks for is what a script element would say. */
const wanted = new URLSearchParams(location.search)
const widget = document.createElement('script')
widget.src = new URL('baton-widget.js', import.meta.url).href
widget.dataset.whole = ''
for (const name of ['tenant', 'lang', 'theme']) {
  if (wanted.has(name)) widget.dataset[name] = wanted.get(name)
}
document.head.append(widget)
