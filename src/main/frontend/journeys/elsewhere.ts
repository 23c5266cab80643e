import { createServer, type Server } from 'node:http'
import { base } from './browser'

/** What a careless page says of every element: nothing of it may reach the widget. */
const CARELESS = `
  body * { color: red; font-size: 40px; letter-spacing: 9px; transform: rotate(2deg); opacity: 0.3; float: left }
  button, section, textarea { display: none !important }
  div { position: static; overflow: hidden }
`

/** The most that a page may have to allow, as the documentation says. */
const POLICY = [
  "default-src 'none'",
  `script-src 'self' ${base}`,
  "style-src 'self'",
  `connect-src ${base} ${base.replace(/^http/, 'ws')}`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

/** Called before the widget has come; keeps what the browser refused. */
const SCRIPT = `
  window.refused = []
  addEventListener('securitypolicyviolation', (event) => window.refused.push(event.violatedDirective + ' ' + event.blockedURI))
  window.told = []
  window.baton ??= []
  baton.push(['on', 'message', ({ text }) => told.push(text)], ['setAttributes', { plan: 'gold' }], ['open'])
`

const page = (language: string) => `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><title>Elsewhere</title>
<link rel="stylesheet" href="/careless.css"><script src="/page.js"></script></head>
<body><h1>Elsewhere</h1><script async src="${base}/widget/baton-widget.js" data-tenant="acme" data-lang="${language}"></script></body></html>`

/** Another company's site, from which the tenant lets the widget connect, with a strict policy and careless styles, which embeds the widget. */
export async function elsewhere(): Promise<{ site: string; close: () => Promise<unknown> }> {
  const server: Server = createServer(({ url = '/' }, answer) => {
    const [type, body] = url.endsWith('.css') ? ['text/css', CARELESS] : url.endsWith('.js') ? ['text/javascript', SCRIPT] : ['text/html', page(url.slice(1) || 'zh-CN')]
    answer.writeHead(200, { 'Content-Type': type, 'Content-Security-Policy': POLICY }).end(body)
  })
  const port = Number(process.env.BATON_ELSEWHERE)
  await new Promise<void>((ready) => server.listen(port, '127.0.0.1', ready))
  return { site: `http://127.0.0.1:${port}`, close: () => new Promise((done) => server.close(done)) }
}
