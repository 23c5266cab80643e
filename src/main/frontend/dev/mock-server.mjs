/**
 * Serves the built desk and answers its calls with invented data, to look at the pages without a back end:
 *
 *   node build.mjs <outDir> && ROLE=agent PORT=5180 node dev/mock-server.mjs <outDir>
 *
 * CHATS and HISTORY give the agent so many conversations with so many messages each, and TALK so many new ones a second.
 */
import { createReadStream, existsSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join } from 'node:path'
import { WebSocketServer } from 'ws'
import * as customers from './mock-customers.mjs'
import * as data from './mock-data.mjs'
import { floor } from './mock-floor.mjs'
import * as handoffs from './mock-handoffs.mjs'
import { many } from './mock-many.mjs'
import * as swap from './mock-swaps.mjs'

const root = join(process.argv[2] ?? '../../../target/frontend', 'static')
const role = process.env.ROLE ?? 'agent'
const port = Number(process.env.PORT ?? 5180)
const PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 900 560" width="900" height="560"><rect width="900" height="560" fill="#7fb2bd"/><circle cx="450" cy="280" r="160" fill="#f2a541"/></svg>'
const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml', '.json': 'application/json' }
const CONTENT = "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:"
const sockets = new Set()
const tell = (frame) => sockets.forEach((socket) => socket.send(JSON.stringify(frame)))
const me = data.meAs(role, 'zh')
const self = (person) => person.id === me.id
const within = (department) => (person) => !department || person.department === department
const items = (list) => ({ items: list, next: null })
const crowd = many(data.conversations[0], Number(process.env.CHATS ?? 0), Number(process.env.HISTORY ?? 10_000))
const withState = (list, state) => items(list.filter((item) => !state || item.state === state))

const routes = [
  ['GET /me', ({ lang }) => data.meAs(role, lang)],
  ['GET /departments', ({ lang }) => items(data.departments(lang))],
  ['GET /shift-types', () => items(data.shiftTypeDetails())],
  ['GET /assignments/:id/steps', () => items(data.assignmentSteps)],
  ['GET /rota/coverage', ({ q }) => data.coverage(q.date, Number(q.days), within(q.department))],
  ['GET /rota', ({ q, lang }) => data.rota(q.from, q.to, lang, q.agent ? self : within(q.department))],
  ['GET /rota/live', ({ q, lang }) => data.live(lang, within(q.department))],
  ['GET /seats/mine', () => ({ active: 4, max: 6, autoAccept: false })],
  ['GET /notices', () => items(data.notices)],
  ['GET /conversations', ({ q }) => withState(crowd?.conversations ?? data.conversations, q.state)],
  ['GET /conversations/:id', ({ id }) => crowd?.find(id) ?? data.conversations.find((it) => it.id === id)],
  ['GET /conversations/:id/messages', ({ id, q }) => items(crowd?.page(id, Number(q.before), Number(q.limit)) ?? messagesOf(id).filter((m) => m.seq < Number(q.before ?? 999)).slice(-q.limit))],
  ['POST /conversations/:id/files', ({ id }) => fileMessage(id)],
  ['GET /quick-replies', () => items(data.quickReplies)],
  ['GET /quick-replies/:id/rendering', ({ id, q }) => data.rendering(id, q.conversation)],
  ['GET /floor', ({ q, lang }) => floor(q, lang, me.department?.id)],
  ['GET /handoffs/queue', () => data.queue],
  ['GET /handoffs/:id', ({ id }) => handoffs.handoff(id)],
  ['GET /handoffs/:id/steps', () => items(handoffs.steps())],
  ['GET /handoffs/:id/context', ({ id }) => handoffs.context(id)],
  ['GET /conversations/:id/transfer-targets', ({ q, lang }) => handoffs.targets(q, lang)],
  ['POST /conversations/:id/transfer', ({ body }) => (body.agent === 'kf014' ? { problem: 409, code: 'target_unavailable', reason: 'FULL' } : handoffs.transfer(body))],
  ['DELETE /conversations/:id/transfer', () => handoffs.cancel()],
  ['GET /customers/:id', ({ id, q }) => handoffs.customer(id, q, role !== 'agent')],
  ['GET /customers/:id/profile', ({ id }) => customers.profile(id)],
  ['GET /customers/:id/notes', () => customers.listed()],
  ['POST /customers/:id/notes', ({ body }) => customers.noted(body, me)],
  ['POST /customers/:id/tags', ({ id, body }) => customers.tag(id, body.name)],
  ['DELETE /customers/:id/tags', ({ id, q }) => customers.untag(id, q.name)],
  ['POST /conversations/:id/tags', ({ id, body }) => customers.mark(id, body.name)],
  ['DELETE /conversations/:id/tags', ({ id, q }) => customers.unmark(id, q.name)],
  ['PUT /conversations/:id/topic', ({ id, body }) => customers.describe(id, body)],
  ['GET /tags', ({ q }) => customers.suggested(q)],
  ['GET /categories', () => customers.categories()],
  ['GET /blocklist', () => items(handoffs.blocks)],
  ['POST /blocklist', ({ body }) => handoffs.block(body)],
  ['DELETE /blocklist/:id', ({ id }) => handoffs.lift(id)],
  ['POST /handoffs/:id/completion', () => ({})],
  ['GET /tickets', ({ q }) => withState(data.tickets, q.state)],
  ['GET /leaves', ({ q }) => withState(data.leaves.filter((it) => !q.agent || it.agentId === q.agent), q.state)],
  ['GET /leaves/balances', () => items(data.balances)],
  ['GET /leaves/:id', ({ id }) => data.leaves.find((it) => it.id === id)],
  ['POST /leaves:check', ({ body }) => checked(body)],
  ['POST /leaves/attachments', () => ({ id: 'a9', name: '证明.pdf', type: 'application/pdf', size: 120_000 })],
  ['POST /leaves', ({ body }) => asked(body)],
  ['POST /leaves/:id/decision', ({ id, body }) => decided(id, body.approved ? 'APPROVED' : 'REJECTED', body.comment)],
  ['POST /leaves/:id/return', ({ id, body }) => changed(id, { outcome: 'ReturnedEarly', endDate: body.date })],
  ['POST /leaves/:id/extension', ({ id, body }) => changed(id, { extension: body })],
  ['POST /leaves/:id/extension/decision', ({ id, body }) => changed(id, { extension: null, ...(body.approved && data.leaves.find((it) => it.id === id).extension) })],
  ['GET /covers', ({ q }) => covers(q)],
  ['POST /covers/:id/offer', ({ id, body }) => covered(id, { state: 'OFFERED', offeredTo: data.people.find((it) => it.id === body.agentId), offerUntil: new Date(Date.now() + 7_200_000).toISOString() })],
  ['POST /covers/:id/answer', ({ id, body }) => covered(id, body.accepted ? { state: 'COVERED' } : { state: 'OPEN', offeredTo: null })],
  ['POST /covers/:id/opening', ({ id, body }) => covered(id, { state: 'LEFT_OPEN', comment: body.reason })],
  ['POST /leaves/:id/withdrawal', ({ id, body }) => decided(id, 'CANCELLED', body.comment)],
  ['GET /swaps', ({ q, lang }) => swap.listed(q, me, lang)],
  ['GET /swaps/candidates', ({ q, lang }) => swap.candidates(q, lang)],
  ['GET /swaps/suggestions', ({ q, lang }) => swap.suggestions(q, lang)],
  ['GET /swaps/wishes', ({ lang }) => items(swap.wishes.map((it) => swap.wishOf(it, lang)))],
  ['POST /swaps/wishes', ({ body, lang }) => swap.wished(body, me, lang)],
  ['DELETE /swaps/wishes/:id', ({ id }) => swap.forget(id)],
  ['POST /swaps:check', ({ body, lang }) => swap.check(body, lang)],
  ['POST /swaps', ({ body, lang }) => swap.proposed(body, lang)],
  ['GET /swaps/:id', ({ id, lang }) => swap.shown(swap.swaps.find((it) => it.id === id), lang)],
  ['GET /swaps/:id/similar', ({ lang }) => ({ items: swap.swaps.slice(-5).map((it) => swap.shown(it, lang)), next: null })],
  ['POST /swaps/:id/confirmation', ({ id, body, lang }) => swapped(id, body.agreed ? 'APPROVING' : 'DECLINED', lang)],
  ['POST /swaps/:id/decision', ({ id, body, lang }) => swapped(id, body.approved ? 'EXECUTED' : 'REJECTED', lang)],
  ['POST /swaps/:id/withdrawal', ({ id, lang }) => swapped(id, 'WITHDRAWN', lang)],
  ['GET /audit/:kind/:id', () => items(data.trail)],
  ['POST /logout', () => ({ location: '/desk/' })],
].map(([name, answer]) => {
  const [method, path] = name.split(' ')
  return { method, pattern: new RegExp(`^${path.replace(/:(kind|id)/g, '(?<$1>[^/]+)')}$`), answer }
})

function fileMessage(conversationId) {
  const body = JSON.stringify({ fileId: 'file1', name: '订单截图.png', contentType: 'image/png', size: 84_113, width: 640, height: 400, thumbnail: true })
  const message = { id: `file${Date.now()}`, conversationId, seq: data.messages.length + 1, senderType: 'AGENT', senderId: me.id, body, contentType: 'application/vnd.baton.file+json', sentAt: new Date().toISOString() }
  if (conversationId === 'c1') data.messages.push(message)
  return message
}
function messagesOf(id) {
  return id === 'c1' ? data.messages : data.messages.slice(0, 3).map((m) => ({ ...m, conversationId: id, id: id + m.id }))
}
function checked(body) {
  const late = body.startDate < data.dateAt(1)
  const blocks = { code: 'leave.notice', severity: 'BLOCKS', rule: 'Notice', message: '距开始不足 24 小时，事假需提前一天申请。' }
  const segments = data.segments(body)
  const halves = (days) => days.reduce((sum, day) => sum + day.halves.length, 0)
  const shifts = [{ date: body.startDate, start: '08:00', end: '16:00', shiftType: '早班' }]
  return { allowed: !late, findings: late ? [blocks] : data.leaves[0].findings, shifts, days: halves(segments) / 2, cost: halves(segments.filter((it) => it.counts)) / 2, segments, announced: body.endDate < '2027', balance: { type: body.type, remaining: 5.5, unit: 'days' } }
}
function covers(q) {
  const seen = data.covers.filter((it) => (role !== 'agent' || it.offeredTo?.id === me.id) && (!q.state || it.state === q.state) && (!q.leave || it.leaveId === q.leave))
  return { items: seen.map((it) => (role === 'agent' ? { ...it, candidates: [] } : it)), nextCursor: null }
}
function covered(id, changes) {
  setTimeout(() => tell({ type: 'NOTICE', noticeId: `n${Date.now()}`, kind: 'cover.changed', title: '顶班状态已更新', link: '/desk/leave/covers' }), 300)
  return Object.assign(data.covers.find((it) => it.id === id), changes)
}
const changed = (id, changes) => Object.assign(data.leaves.find((it) => it.id === id), changes)
function asked(body) {
  const leave = { ...data.leaves[0], ...body, id: `new${data.leaves.length}`, agentId: me.id, agentName: me.name, attachments: [], createdAt: new Date().toISOString() }
  data.leaves.unshift(leave)
  return leave
}
function decided(id, state, comment) {
  const leave = data.leaves.find((it) => it.id === id)
  Object.assign(leave, { state, outcome: null, comment })
  setTimeout(() => tell({ type: 'NOTICE', noticeId: `n${Date.now()}`, kind: 'leave.decided', title: '请假状态已更新', link: `/desk/leave/${id}` }), 300)
  return leave
}

function swapped(id, state, lang) {
  setTimeout(() => tell({ type: 'NOTICE', noticeId: `n${Date.now()}`, kind: 'swap.changed', title: '换班状态已更新', link: `/desk/swaps/${id}` }), 300)
  return swap.stepped(id, { state, approvals: state === 'APPROVING' ? ['OPEN'] : state === 'EXECUTED' ? ['APPROVED'] : [] }, lang)
}

async function bodyOf(request) {
  const chunks = []
  for await (const chunk of request) chunks.push(chunk)
  try {
    return JSON.parse(Buffer.concat(chunks).toString())
  } catch {
    return {}
  }
}

async function api(request, response, url) {
  const path = url.pathname.slice('/api/v1'.length)
  const route = routes.find((it) => it.method === request.method && it.pattern.test(path))
  const lang = String(request.headers['accept-language']).startsWith('en') ? 'en' : 'zh'
  const known = route && { q: Object.fromEntries(url.searchParams), lang, body: await bodyOf(request), ...route.pattern.exec(path).groups }
  const answer = route ? route.answer(known) : undefined
  response.writeHead(answer?.problem ?? (answer ? 200 : request.method === 'GET' ? 404 : 204), { 'Content-Type': 'application/json' })
  response.end(answer ? JSON.stringify(answer) : undefined)
}

function file(response, path) {
  const wanted = join(root, path)
  const found = existsSync(wanted) && statSync(wanted).isFile() ? wanted : join(root, 'desk/index.html')
  response.writeHead(200, { 'Content-Type': TYPES[extname(found)] ?? 'application/octet-stream', 'Content-Security-Policy': CONTENT })
  createReadStream(found).pipe(response)
}

const server = createServer((request, response) => {
  const url = new URL(request.url, 'http://localhost')
  if (url.pathname.startsWith('/api/v1/files/')) response.writeHead(200, { 'Content-Type': 'image/svg+xml' }).end(PICTURE)
  else if (url.pathname.startsWith('/api/v1/')) void api(request, response, url)
  else if (url.pathname === '/dev/offer') response.end(String(tell(data.offer()) ?? 'offered'))
  else if (url.pathname === '/dev/transfer-offer') response.end(String(tell(handoffs.transferOffer()) ?? 'offered'))
  else if (url.pathname === '/dev/reference') response.writeHead(200, { 'Content-Type': 'text/html' }).end('<!doctype html><title>reference</title><ol id=list></ol><textarea id=field rows=3></textarea>')
  else if (url.pathname === '/dev/drop') response.end(String(sockets.forEach((socket) => socket.terminate()) ?? 'dropped'))
  else file(response, url.pathname)
})

new WebSocketServer({ server }).on('connection', (socket) => {
  sockets.add(socket)
  socket.on('close', () => sockets.delete(socket))
  const send = (frame) => socket.send(JSON.stringify(frame))
  const heads = () => crowd?.heads() ?? { c1: data.messages.length }
  send({ type: 'READY', userId: me.id, role, tenant: 'acme', node: 'dev', heads: heads(), serverTime: new Date().toISOString() })
  socket.on('message', (raw) => {
    const frame = JSON.parse(raw.toString())
    if (frame.type === 'PING') send({ type: 'PONG', serverTime: new Date().toISOString(), heads: heads() })
    if (frame.type.startsWith('HANDOFF_') || frame.type === 'PRESENCE') send({ type: 'ACK', id: frame.id })
    if (frame.type === 'PRESENCE') tell({ type: 'PRESENCE', agentId: me.id, state: frame.state, onShift: true, light: 'GREEN' })
    if (frame.type === 'SYNC') {
      for (const [id, after] of Object.entries(frame.conversations)) {
        const { messages, more } = crowd?.after(id, after) ?? { messages: messagesOf(id).filter((m) => m.seq > after), more: false }
        send({ type: 'MESSAGES', conversationId: id, messages, more })
      }
    }
    if (frame.type === 'TEXT') {
      const list = data.messages
      const message = { ...frame, seq: list.length + 1, senderType: 'AGENT', senderId: me.id, sentAt: new Date().toISOString() }
      if (frame.conversationId === 'c1') list.push(message)
      setTimeout(() => send({ type: 'ACK', id: frame.id, conversationId: frame.conversationId, seq: message.seq, sentAt: message.sentAt }), 150)
      setTimeout(() => send({ type: 'READ', conversationId: frame.conversationId, seq: message.seq, senderType: 'CUSTOMER' }), 900)
      setTimeout(() => send({ type: 'TYPING', conversationId: frame.conversationId, preview: '收到，谢谢' }), 1200)
    }
  })
})

if (crowd && process.env.TALK) setInterval(() => tell({ type: 'TEXT', ...crowd.write() }), 1000 / Number(process.env.TALK))

server.listen(port, () => console.log(`desk for ${role}: http://localhost:${port}/desk/`))
