/** Believable transfers, customers and blocks for looking at the desk without a back end. Nothing here is shipped. */
import * as data from './mock-data.mjs'

const ago = (minutes) => new Date(Date.now() - minutes * 60_000).toISOString()
const person = (id) => data.people.find((it) => it.id === id)
const named = (id) => ({ id, name: person(id)?.name ?? '沈若琳' })
const LOOKS = [null, 'OFF_SHIFT', null, 'OFFLINE', 'FULL', null, 'ON_LEAVE', null]
let asked = null
export let blocks = [
  ['b1', 'CUSTOMER', 'v2', '黄志强', '多次辱骂客服，录音已留存', null, true],
  ['b2', 'ADDRESS', '203.0.113.0/24', '203.0.113.0/24', '脚本批量发起转人工', -900, true],
  ['b3', 'ADDRESS', '198.51.100.7', '198.51.100.7', '刷单', 1400, false],
].map(([id, kind, subject, subjectName, reason, over, holds]) => ({ id, kind, subject, subjectName, reason, blockedBy: 'ticketing.manager', blockedByName: '沈若琳', blockedAt: ago(2000), until: over === null ? null : ago(over), holds }))

export function targets(q, lang) {
  const wanted = (q.query ?? '').toLowerCase()
  const all = data.people.map((it, i) => {
    const obstacle = i === 0 ? 'SENDER' : LOOKS[i % LOOKS.length]
    return { ...it, state: obstacle === 'OFFLINE' ? 'OFFLINE' : i % 5 === 4 ? 'AWAY' : 'ONLINE', onShift: !['OFF_SHIFT', 'ON_LEAVE'].includes(obstacle), active: obstacle === 'FULL' ? 5 : i % 4, max: 5, skills: i % 2 ? ['refund'] : ['concert'], eligible: !obstacle, obstacle }
  })
  const items = all.filter((it) => !wanted || it.id.includes(wanted) || it.name.includes(wanted)).sort((a, b) => Number(b.eligible) - Number(a.eligible))
  const departments = data.departments(lang).map((it, i) => ({ ...it, open: i !== 1, waiting: [2, 0, 5][i], onDuty: [5, 0, 4][i], freeSeats: [9, 0, 0][i], skills: ['concert', 'refund'] }))
  return { departments, items, next: null }
}
export function transfer({ agent, department, note }) {
  asked = { to: agent ?? 'kf018', note: note ?? null, at: new Date().toISOString(), department }
  return handoff('h1')
}
export const cancel = () => void (asked = null)
export const handoff = (id) => data.handoff(id, asked && id === 'h1' ? { state: 'TRANSFERRED', transferTo: asked.to, transferUntil: new Date(Date.parse(asked.at) + 30_000).toISOString() } : {})

const step = (minutes, what, more = {}) => ({ id: `${what}${minutes}`, at: ago(minutes), what, actor: { id: 'system', name: 'Baton' }, before: null, after: 'IN_PROGRESS', agentBefore: null, agent: null, target: null, department: 'ticketing', comment: null, ...more })
export const steps = () => [
  step(34, 'HandoffRequested', { comment: '演唱会改期，申请退票' }),
  step(33.8, 'HandoffOffered', { agent: named('kf004') }),
  step(33.4, 'HandoffMissed', { agentBefore: named('kf004') }),
  step(33.2, 'HandoffOffered', { agent: named('kf003') }),
  step(33, 'HandoffBegun', { agent: named('kf003') }),
  step(9, 'HandoffTransferRequested', { agentBefore: named('kf003'), agent: named('kf003'), target: named('kf001'), comment: '已核对订单与座位，客户要改到 12 月 6 日；\n还差发票抬头，客户说晚点发来。' }),
  step(8.6, 'HandoffMoved', { agentBefore: named('kf003'), agent: named('kf001'), target: named('kf001') }),
  ...(asked ? [step(0, 'HandoffTransferRequested', { agentBefore: named('kf001'), agent: named('kf001'), target: named(asked.to), comment: asked.note })] : []),
]
export const context = (id) => ({ handoffId: id, state: 'TRANSFERRED', conversationId: 'c1', number: 'C-20261122-000310', subject: '演出改期', category: '退改', reason: '演唱会改期，申请退票', customer: { id: 'v1', name: '方晓彤', attributes: { level: '黄金会员', city: '杭州' }, page: null }, earlierConversations: 3, agent: named('kf003'), transferTo: named('kf001'), messages: data.messages.slice(-6), steps: steps().slice(0, 6) })
export const transferOffer = () => ({ ...data.offer(), score: { total: 0, parts: {} } })

export function customer(id, { limit = 10 }, leads) {
  const known = data.conversations.find((it) => it.customer.id === id)?.customer ?? { id, name: '方晓彤', attributes: {}, page: null }
  const block = blocks.find((it) => it.subject === id && it.holds)
  const talks = Array.from({ length: 7 }, (_, i) => ({ id: `old${i}`, number: `C-2026110${i + 1}-00002${i}`, subject: ['退款进度', '座位咨询', '发票', null][i % 4], state: 'CLOSED', agent: named(`kf00${i + 2}`), department: 'ticketing', openedAt: ago(1440 * (i + 3)), closedAt: ago(1440 * (i + 3) - 20), rating: 5 - (i % 3) }))
  const requests = [['COMPLETED', 14, 'kf003', null], ['TICKETED', 600, null, 'T-20261121-000009'], ['CANCELLED', 95, null, null]].map(([state, waitedSeconds, agent, ticketNumber], i) => ({ id: `r${i}`, conversationId: 'old0', reason: '想和人说话', state, department: 'ticketing', agent: agent && named(agent), requestedAt: ago(1440 * (i + 3)), waitedSeconds, endReason: null, ticketNumber }))
  const tickets = [{ id: 't1', number: 'T-20261121-000009', subject: '团购合同盖章', state: 'OPEN', department: 'ticketing', createdAt: ago(1500) }]
  return {
    ...known, externalId: null, blocked: Boolean(block), address: leads ? '203.0.113.42' : null, refusals: id === 'v1' ? null : { total: 4, lastAt: ago(12) },
    conversations: { total: talks.length + 1, items: talks.slice(0, limit) }, handoffs: { total: 3, items: requests }, tickets: { total: 1, items: tickets },
    block: leads && block ? { id: block.id, reason: block.reason, blockedBy: { id: block.blockedBy, name: block.blockedByName }, blockedAt: block.blockedAt, until: block.until } : null,
  }
}
export function block(body) {
  const name = data.conversations.find((it) => it.customer.id === body.customer)?.customer.name
  const added = { id: `b${Date.now()}`, kind: body.customer ? 'CUSTOMER' : 'ADDRESS', subject: body.customer ?? body.address, subjectName: name ?? body.address ?? body.customer, reason: body.reason, blockedBy: 'ticketing.manager', blockedByName: '沈若琳', blockedAt: new Date().toISOString(), until: body.until ?? null, holds: true }
  blocks = [added, ...blocks]
  return added
}
export const lift = (id) => void (blocks = blocks.filter((it) => it.id !== id))
