/** The demo page of a made-up ticket seller: it embeds the widget exactly as a real site would. */
import { art } from './demo-art.js'
import { events, shops } from './demo-content.js'

const wanted = new URLSearchParams(location.search)
const tenant = Object.hasOwn(shops, wanted.get('tenant') ?? '') ? wanted.get('tenant') : 'acme'
const shop = shops[tenant]
let language = localStorage.getItem('demo.language') ?? wanted.get('lang') ?? shop.language
let city = 'all'

const texts = () => shop.texts[language]
const find = (selector) => document.querySelector(selector)

/** Works before the widget has come as well. */
const call = (...what) => (window.baton ??= []).push(what)

function element(name, attributes = {}, ...children) {
  const made = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
  made.append(...children)
  return made
}

function card(event) {
  const { title, place, date, price, state } = event[language]
  const picture = element('template')
  picture.innerHTML = art[event.art]
  const stateClass = event.few ? 'state few' : 'state'
  return element(
    'article',
    { class: 'card' },
    picture.content,
    element(
      'div',
      {},
      element('h3', {}, title),
      element('p', {}, date),
      element('p', {}, place),
      element('footer', {}, element('span', { class: 'price' }, price), element('span', { class: stateClass }, state)),
    ),
  )
}

function chip(key, label) {
  const made = element('button', { type: 'button', 'aria-pressed': String(key === city) }, label)
  made.addEventListener('click', () => {
    city = key
    render()
  })
  return made
}

function render() {
  document.documentElement.lang = language
  document.title = texts().title
  for (const node of document.querySelectorAll('[data-t]')) node.textContent = texts()[node.dataset.t]
  for (const node of document.querySelectorAll('[data-placeholder]')) {
    node.placeholder = texts()[node.dataset.placeholder]
    node.setAttribute('aria-label', texts()[node.dataset.placeholder])
  }
  find('#menu').replaceChildren(...texts().menu.map((label) => element('a', { href: '#events' }, label)))
  find('#language').textContent = texts().otherLanguage
  find('#cities').replaceChildren(...Object.entries(texts().cities).map(([key, label]) => chip(key, label)))
  const shown = events.filter((event) => event.tenants.includes(tenant) && (city === 'all' || event.city === city))
  find('#cards').replaceChildren(...shown.map(card))
  find('#plain').href = `chat.html?tenant=${tenant}&lang=${language}`
  find('#questions').replaceChildren(...texts().questions.map((text) => element('li', {}, text)))
}

function crowd() {
  const heads = Array.from({ length: 90 }, (_, i) => {
    const x = i * 13.6 + ((i * 37) % 9)
    const y = 418 + ((i * 53) % 22)
    return `<circle cx="${x}" cy="${y}" r="${8 + ((i * 29) % 4)}"/><rect x="${x - 11}" y="${y + 6}" width="22" height="60" rx="10"/>`
  })
  find('#crowd').innerHTML = heads.join('')
}

find('#language').addEventListener('click', () => {
  language = language === 'en' ? 'zh-CN' : 'en'
  localStorage.setItem('demo.language', language)
  render()
  call('setLanguage', language)
})
for (const button of document.querySelectorAll('[data-ask]')) {
  button.addEventListener('click', () => call('open'))
}

document.documentElement.style.setProperty('--brand', shop.color)
crowd()
render()
for (const filled of document.querySelectorAll('[hidden]')) filled.hidden = false

const widget = element('script', {
  src: new URL('baton-widget.js', import.meta.url).href,
  'data-tenant': tenant,
  'data-lang': language,
  ...Object.fromEntries(['theme', 'side', 'form'].filter((name) => wanted.has(name)).map((name) => [`data-${name}`, wanted.get(name)])),
})
widget.async = true
document.body.append(widget)
