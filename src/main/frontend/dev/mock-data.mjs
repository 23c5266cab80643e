/** Believable answers for looking at the desk without a back end. Nothing here is shipped. */
const NAMES = ['陈晓雨', '李思远', '王嘉宁', '张若溪', '刘子墨', '赵一帆', '周雅琪', '吴俊杰', '郑心怡', '孙浩然', '马思琪', '朱明轩', '胡静怡', '郭天宇', '林诗涵', '何宇航', '高雨桐', '罗文博', '梁欣妍', '宋子涵', '谢佳音', '韩雪莹', '唐一鸣', '冯梓萱']
const DEPARTMENTS = ['ticketing', 'aftersales', 'vip']
const LABELS = { zh: { ticketing: '票务咨询', aftersales: '退改售后', vip: '大客户' }, en: { ticketing: 'Ticketing', aftersales: 'After-sales', vip: 'Key accounts' } }
const DAY = 86_400_000
const now = Date.now()
const ago = (minutes) => new Date(now - minutes * 60_000).toISOString()
export const dateAt = (offset, from = now) => new Date(from + 8 * 3_600_000 + offset * DAY).toISOString().slice(0, 10)

export const people = NAMES.map((name, i) => ({
  id: `kf${String(i + 1).padStart(3, '0')}`,
  name,
  department: DEPARTMENTS[Math.floor(i / 8)],
}))
export const departments = (lang) => DEPARTMENTS.map((id) => ({ id, name: LABELS[lang][id] }))

const ROLES = {
  agent: { id: 'kf001', name: NAMES[0], roles: ['customer_service'], department: 'ticketing', webapps: [] },
  manager: { id: 'ticketing.manager', name: '沈若琳', roles: ['manager'], department: 'ticketing', webapps: ['tasklist'] },
  admin: { id: 'acme.admin', name: '顾明远', roles: ['admin'], department: null, webapps: ['tasklist', 'cockpit', 'admin'] },
  auditor: { id: 'acme.auditor', name: '秦书言', roles: ['auditor'], department: null, webapps: ['cockpit'] },
  designer: { id: 'acme.designer', name: '卢思齐', roles: ['designer'], department: null, webapps: ['cockpit'] },
}
export function meAs(role, lang) {
  const it = ROLES[role]
  const department = it.department && { id: it.department, name: LABELS[lang][it.department] }
  return { ...it, department, tenant: { id: 'acme', name: lang === 'zh' ? '极票网' : 'Acme Tickets', zone: 'Asia/Shanghai' } }
}

export const shiftTypes = (lang) =>
  [
    ['early', '早班', 'Early', '#2f8f6b', '08:00', '16:00', 0, 8],
    ['late', '晚班', 'Late', '#c77b22', '14:00', '22:00', 6, 14],
    ['night', '夜班', 'Night', '#5b5fc7', '22:00', '06:00', 14, 22],
    ['part', '兼职', 'Part time', '#2b88a8', '10:00', '14:00', 2, 6],
  ].map(([id, zh, en, color, start, end, from, to]) => ({ id, code: id.toUpperCase(), name: lang === 'zh' ? zh : en, color, start, end, from, to }))

export function rota(from, to, lang, only) {
  const types = shiftTypes(lang)
  const shown = people.filter((person) => only(person))
  const assignments = []
  for (let at = Date.parse(from); at <= Date.parse(to); at += DAY) {
    shown.forEach((person) => {
      const i = people.indexOf(person)
      const n = Math.floor(at / DAY) + i
      if (n % 7 === 0 || n % 7 === 3) return
      const type = types[(i + Math.floor((Math.floor(at / DAY) + 3) / 7)) % 4]
      const date = new Date(at).toISOString().slice(0, 10)
      const hour = (h) => new Date(at + h * 3_600_000).toISOString()
      const status = n % 13 === 1 ? 'LEAVE' : 'ACTIVE'
      const breaks = status === 'ACTIVE' && type.id !== 'part' ? [{ start: hour(type.from + 4), end: hour(type.from + 4.5) }] : []
      assignments.push({ id: `${person.id}${date}`, agentId: person.id, date, shiftTypeId: type.id, start: hour(type.from), end: hour(type.to), status, breaks })
    })
  }
  return { from, to, zone: 'Asia/Shanghai', people: shown, shiftTypes: types, assignments }
}

/** People of each department per half hour of days in Shanghai, against a minimum that is not always met. */
export function coverage(date, days, only) {
  const names = [...new Set(people.filter(only).map((person) => person.department))]
  const day = (department, at) => {
    const start = at - 8 * 3_600_000
    const yesterday = new Date(at - DAY).toISOString().slice(0, 10)
    const { assignments } = rota(yesterday, new Date(at).toISOString().slice(0, 10), 'zh', (person) => person.department === department)
    const steps = Array.from({ length: 48 }, (_, i) => start + i * 1_800_000)
    const working = (step) => assignments.filter((it) => it.status === 'ACTIVE' && Date.parse(it.start) <= step && Date.parse(it.end) >= step + 1_800_000).length
    return { date: new Date(at).toISOString().slice(0, 10), start: new Date(start).toISOString(), people: steps.map(working), minimum: steps.map((_, i) => (i < 16 ? 1 : i < 32 ? 2 : 1)) }
  }
  const dates = Array.from({ length: days }, (_, i) => Date.parse(date) + i * DAY)
  return { zone: 'Asia/Shanghai', departments: names.map((department) => ({ department, days: dates.map((at) => day(department, at)) })) }
}

export const shiftTypeDetails = () =>
  shiftTypes('zh').map((type, i) => {
    const version = (number, validFrom, start) => ({
      number, validFrom, start, nameZh: type.name, nameEn: shiftTypes('en')[i].name, color: type.color, end: type.end,
      breaks: i < 3 ? [{ start: ['12:00', '18:00', '02:00'][i], end: ['12:30', '18:30', '03:00'][i] }] : [], skills: i === 2 ? ['refund'] : [],
      staffing: [{ department: 'ticketing', people: [2, 2, 2, 2, 2, 1, 1] }, { department: 'vip', people: [1, 1, 1, 1, 1, 1, 1] }], author: 'acme.admin', writtenAt: `${dateAt(-20)}T02:00:00Z`,
    })
    const versions = [version(1, '2000-01-01', type.start), ...(i === 0 ? [version(2, dateAt(9), '07:30')] : [])]
    return { id: type.id, code: type.id, version: versions.length, retired: false, inForce: 1, versions }
  })

export const assignmentSteps = [
  { what: 'PLANNED', at: `${dateAt(-12)}T02:14:00Z`, author: 'vip.manager', authorName: '陈立', agentId: 'kf001', start: `${dateAt(0)}T00:00:00Z`, end: `${dateAt(0)}T08:00:00Z` },
  { what: 'ON_LEAVE', at: `${dateAt(-3)}T07:40:00Z`, author: 'system', authorName: null, agentId: 'kf001', start: `${dateAt(0)}T00:00:00Z`, end: `${dateAt(0)}T08:00:00Z` },
]

export function live(lang, only) {
  const today = dateAt(0)
  const { assignments } = rota(today, today, lang, only)
  const looks = ['GREEN', 'GREEN', 'RED', 'GREEN', 'YELLOW', 'WHITE', 'GREEN', 'WHITE']
  return {
    date: today,
    people: people.filter(only).map((person) => {
      const light = looks[people.indexOf(person) % 8]
      const state = light === 'GREEN' || light === 'YELLOW' ? (people.indexOf(person) % 5 === 4 ? 'AWAY' : 'ONLINE') : 'OFFLINE'
      return { ...person, light, state, onShift: light === 'GREEN' || light === 'RED', shifts: assignments.filter((a) => a.agentId === person.id) }
    }),
  }
}

const finding = { code: 'leave.department_share', severity: 'WARNS', rule: 'Not too many away', message: '当天本部门已有 2 人休假，批准后剩 5 人当班。' }
export const leaves = [
  ['PERSONAL', 3, 'PENDING', null, '家中有事需要处理', [finding]],
  ['ANNUAL', 9, 'APPROVED', 'Approved', '陪家人短途出行', []],
  ['SICK', -4, 'APPROVED', 'Taken', '感冒发烧，已附诊断证明', []],
  ['COMPENSATORY', -12, 'REJECTED', 'Rejected', '国庆加班调休', []],
  ['PERSONAL', -18, 'CANCELLED', 'Withdrawn', '搬家', []],
  ['PERSONAL', 1, 'REJECTED', 'RefusedByRule', '临时有事', [{ ...finding, severity: 'BLOCKS', message: '距开始不足 24 小时，事假需提前一天申请。' }]],
].map(([type, offset, state, outcome, reason, findings], i) => ({
  id: `0195f0a0-0000-7000-8000-00000000000${i}`, number: `L-20261122-00012${i}`, agentId: people[i % 2 ? 0 : i].id, agentName: people[i % 2 ? 0 : i].name,
  department: 'ticketing', type, startDate: dateAt(offset), startPeriod: i === 2 ? 'AFTERNOON' : 'MORNING', endDate: dateAt(offset), endPeriod: 'AFTERNOON', days: i === 2 ? 0.5 : 1,
  reason, state, outcome, findings, attachments: type === 'SICK' ? [{ id: 'a1', name: '诊断证明.pdf', type: 'application/pdf', size: 284_113 }] : [],
  decidedBy: state === 'PENDING' ? null : 'ticketing.manager', decidedAt: null, comment: state === 'REJECTED' && outcome === 'Rejected' ? '当天人手不足，请改期' : null, createdAt: ago(900 + i * 700), begun: offset < 0, version: 1, process: 'leave', cost: i === 2 ? 0.5 : 1, endorsedBy: null, endorsedAt: null, extension: null,
}))
const several = (id, more) => ({
  ...leaves[1], id: `0195f0a0-0000-7000-8000-0000000001${id}`, number: `L-20261122-0002${id}`, agentId: 'kf001', agentName: people[0].name, process: 'period-leave', type: 'PERSONAL',
  startDate: dateAt(-1), startPeriod: 'AFTERNOON', endDate: dateAt(6), endPeriod: 'MORNING', days: 7, cost: 5, begun: true, findings: [], endorsedBy: 'ticketing.manager', endorsedAt: ago(600), decidedBy: 'acme.admin', decidedAt: ago(400),
  reason: '父亲住院手术，需要陪护。手术时间已经确定，医院的证明见附件；\n如手术顺利会提前返岗，期间可以电话联系。', attachments: [{ id: 'a1', name: '住院通知书.pdf', type: 'application/pdf', size: 284_113 }], ...more,
})
leaves.unshift(
  several('01', {}),
  several('02', { extension: { endDate: dateAt(8), endPeriod: 'AFTERNOON', reason: '术后需要多陪护两天' }, agentId: 'kf002', agentName: people[1].name }),
  several('03', { state: 'PENDING', outcome: null, begun: false, startDate: dateAt(20), endDate: dateAt(27), findings: [finding], decidedBy: null, decidedAt: null, agentId: 'kf003', agentName: people[2].name }),
)

const WEEKEND = { 0: 'REST_DAY', 6: 'REST_DAY' }
const NEW_YEAR = { '2027-01-01': ['STATUTORY_HOLIDAY', false], '2026-12-31': ['DAY_OFF', false], '2027-01-03': ['ADJUSTED_WORKDAY', true] }
export function segments({ startDate, startPeriod, endDate, endPeriod }) {
  const count = (Date.parse(endDate) - Date.parse(startDate)) / DAY + 1
  return Array.from({ length: count }, (_, i) => {
    const date = new Date(Date.parse(startDate) + i * DAY).toISOString().slice(0, 10)
    const kind = NEW_YEAR[date]?.[0] ?? WEEKEND[new Date(date).getUTCDay()] ?? 'WORKDAY'
    const within = (half) => !(date === startDate && startPeriod === 'AFTERNOON' && half === 'MORNING') && !(date === endDate && endPeriod === 'MORNING' && half === 'AFTERNOON')
    return { date, kind, name: NEW_YEAR[date] ? '元旦' : '', halves: ['MORNING', 'AFTERNOON'].filter(within), counts: kind === 'WORKDAY' || kind === 'ADJUSTED_WORKDAY' }
  })
}

const parts = (hours, rest, fairness, skill) => ({ parts: Object.entries({ hours, rest, fairness, skill }).map(([part, points]) => ({ part, points })), points: hours + rest + fairness + skill })
const candidates = [
  { id: 'kf004', name: people[3].name, ...parts(28, 30, 20, 5), warnings: [] },
  { id: 'kf006', name: people[5].name, ...parts(22.4, 24.5, 10, 10), warnings: ['当周将连续工作 6 天'] },
  { id: 'kf005', name: people[4].name, ...parts(12, 21, 20, 2.5), warnings: [] },
  { id: 'kf007', name: people[6].name, ...parts(4, 18, 6.7, 5), warnings: ['距上一班仅 11.5 小时', '当周加班 4 小时'] },
]
export const covers = [['OPEN', 3, '#2f8f6b', '早班', 0, 8], ['OPEN', 4, '#5b5fc7', '夜班', 14, 22], ['OFFERED', 3, '#c77b22', '晚班', 6, 14], ['OFFERED', 5, '#5b5fc7', '夜班', 14, 22], ['COVERED', 2, '#2f8f6b', '早班', 0, 8], ['LEFT_OPEN', 6, '#2b88a8', '兼职', 2, 6], ['RELEASED', 7, '#2f8f6b', '早班', 0, 8]].map(([state, offset, color, shiftType, from, to], i) => {
  const hour = (h) => new Date(Date.parse(dateAt(offset)) + h * 3_600_000).toISOString()
  const asked = state === 'OFFERED' || state === 'COVERED'
  return {
    id: `cover${i}`, leaveId: leaves[0].id, leaveNumber: leaves[0].number, absentName: people[1].name, department: 'ticketing', date: dateAt(offset), shiftType, color, start: hour(from), end: hour(to), state,
    offeredTo: asked ? { id: 'kf001', name: people[0].name } : null, offerUntil: state === 'OFFERED' ? ago(i === 2 ? -127 : -6) : null, candidates: state === 'OPEN' ? candidates.slice(0, i ? 0 : 4) : [], comment: state === 'LEFT_OPEN' ? '当天预约量低，两人足够' : null,
  }
})
export const balances = [['ANNUAL', 10, 3.5, 1], ['COMPENSATORY', 4, 1, 0], ['SICK', 12, 0.5, 0], ['PERSONAL', 5, 1, 1]].map(([type, entitled, used, reserved]) => ({ type, entitled, used, reserved, remaining: entitled - used - reserved }))
export const trail = [
  { at: ago(900), actor: 'kf001', actorName: '陈晓雨', role: 'customer_service', what: 'LeaveRequested', before: null, after: 'PENDING', comment: null },
  { at: ago(660), actor: 'system', actorName: null, role: null, what: 'LeaveReminded', before: null, after: null, comment: null },
  { at: ago(640), actor: 'ticketing.manager', actorName: '沈若琳', role: 'manager', what: 'LeaveApproved', before: 'PENDING', after: 'APPROVED', comment: '注意与李思远交接' },
]
export const notices = [
  { noticeId: 'n1', kind: 'leave.approved', title: '您 11 月 25 日的事假已批准', link: `/desk/leave/${leaves[1].id}`, at: ago(42), read: false },
  { noticeId: 'n2', kind: 'handoff.escalated', title: '有客户已等待 60 秒', link: '/desk/live', at: ago(180), read: true },
]

const score = { total: 83.5, parts: [{ part: 'status', points: 40 }, { part: 'load', points: 18 }, { part: 'skill', points: 20 }, { part: 'quality', points: 5.5 }] }
export const handoff = (id, extra = {}) => ({ id, conversationId: 'c1', customerName: '方晓彤', department: 'ticketing', state: 'IN_PROGRESS', reason: '演唱会改期，申请退票', priority: 'HIGH', skills: ['refund', 'concert'], position: null, estimatedWaitSeconds: null, agentId: 'kf001', score, misses: 0, createdAt: ago(34), acceptedAt: ago(33), completedAt: null, ticketId: null, ...extra })
export const queue = { items: [handoff('h8', { reason: '支付成功但未出票', priority: 'URGENT', position: 1, createdAt: ago(1.4) }), handoff('h9', { reason: '咨询团体票价格', priority: 'NORMAL', position: 2, createdAt: ago(0.5) })], waiting: 2, longestWaitSeconds: 84, freeSeats: 7 }
export const offer = () => ({ type: 'HANDOFF_REQUEST', handoffId: `h${Date.now()}`, conversationId: 'c5', reason: '支付成功但未出票', priority: 'URGENT', customer: { id: 'v5', name: '许晴' }, score: { total: score.total, parts: Object.fromEntries(score.parts.map((it) => [it.part, it.points])) }, summary: '订单 20261122-8841，已付款 1,360 元，状态停留在“出票中”超过 20 分钟。', expiresAt: new Date(Date.now() + 30_000).toISOString() })

const TALK = [
  ['CUSTOMER', '你好，我买的 12 月 5 日音乐会的票，想问一下能不能改期'],
  ['BOT', '您好，我是智能助手。可以告诉我订单号吗？'],
  ['CUSTOMER', '订单号 20261118-3307'],
  ['SYSTEM', '已为您转接人工客服'],
  ['AGENT', '您好，我是客服陈晓雨，正在为您查询，请稍等。'],
  ['AGENT', '查到了：\n- 2 张 **580 元** 看台票\n- 场次 12 月 5 日 19:30\n\n这个场次支持**改期一次**，可改到 12 月 6 日。'],
  ['CUSTOMER', '太好了，6 号的票还有相邻的座位吗？'],
  ['AGENT', '有的，看台 B 区 12 排 7、8 座。需要我帮您改过去吗？'],
  ['CUSTOMER', '好的，麻烦了'],
  ['CUSTOMER', '另外发票什么时候能开？'],
]
export const messages = Array.from({ length: 124 }, (_, i) => {
  const [senderType, body] = TALK[(i + 6) % TALK.length]
  const senderId = senderType === 'AGENT' ? 'kf001' : senderType === 'CUSTOMER' ? 'v1' : null
  const back = i > 110 ? (124 - i) * 1.2 : (130 - i) * 35
  return { id: `m${i + 1}`, conversationId: 'c1', seq: i + 1, senderType, senderId, body, contentType: 'text/markdown', sentAt: ago(back) }
})
const fileNote = (note) => ({ contentType: 'application/vnd.baton.file+json', body: JSON.stringify({ thumbnail: false, ...note }) })
Object.assign(messages[118], { senderType: 'CUSTOMER', senderId: 'v1' }, fileNote({ fileId: 'p1', name: '订单截图.png', contentType: 'image/png', size: 184_113, width: 900, height: 560, thumbnail: true }))
Object.assign(messages[120], { senderType: 'AGENT', senderId: 'kf001' }, fileNote({ fileId: 'p2', name: '改期确认单.pdf', contentType: 'application/pdf', size: 284_113 }))
const CHATS = [['c1', '方晓彤', 'v1', 0, '另外发票什么时候能开？', 'CUSTOMER', 1.2], ['c2', '黄志强', 'v2', 2, '退款还没到账，已经三天了', 'CUSTOMER', 4], ['c3', '', 'v3', 0, '好的，已为您登记', 'AGENT', 12], ['c4', 'Emily Carter', 'v4', 1, 'Can I change the name on my ticket?', 'CUSTOMER', 0.6]]
export const conversations = CHATS.map(([id, name, customer, unread, body, senderType, minutes], i) => ({
  id, number: `C-20261122-00031${i}`, subject: ['演出改期', '退款进度', '座位咨询', 'Name change'][i], category: '退改', state: 'WITH_AGENT',
  customer: { id: customer, name, attributes: { level: '黄金会员', phone: '138****2207', orderNo: '20261118-3307', city: '杭州' }, page: '/orders/20261118-3307' }, agent: { id: 'kf001', name: '陈晓雨' },
  department: 'ticketing', handoffId: 'h1', lastSeq: id === 'c1' ? 124 : 3, readSeq: (id === 'c1' ? 124 : 3) - unread, unread, customerReadSeq: 110, waitingSince: senderType === 'CUSTOMER' ? ago(minutes) : null, lastMessage: { senderType, body, contentType: 'text/markdown', sentAt: ago(minutes) }, openedAt: ago(40), closedAt: null, closeReason: null, rating: null,
}))
export const quickReplies = [
  ['q1', 'TENANT', '退改', '退款进度', 'tk', '{{customer.name}}您好，订单 {{customer.attributes.orderNo}} 的退款会在 **3 个工作日**内原路退回，请留意到账短信。'],
  ['q2', 'DEPARTMENT', '退改', '改期规则', 'gq', '每张票可免费改期一次，请在演出开始前 48 小时办理。'],
  ['q3', 'PERSONAL', '', '问候', 'hi', '您好，我是{{agent.name}}，很高兴为您服务。请问有什么可以帮您？'],
  ['q4', 'TENANT', '发票', '电子发票', 'fp', '电子发票会在演出结束后 24 小时内发送到 {{customer.attributes.email}}。'],
].map(([id, scope, category, title, shortcut, body]) => ({ id, scope, category, title, shortcut, body, owner: null, version: 1, updatedBy: 'kf001', updatedAt: ago(900) }))
export function rendering(id, conversation) {
  const { customer } = conversations.find((it) => it.id === conversation) ?? conversations[0]
  const known = { 'customer.name': customer.name || '访客', 'customer.attributes.orderNo': customer.attributes.orderNo, 'agent.name': '陈晓雨' }
  const missing = []
  const text = quickReplies.find((it) => it.id === id).body.replace(/\{\{([\w.]+)\}\}/g, (place, name) => known[name] ?? (missing.push(name), place))
  return { text, missing }
}
export const tickets = [['T-20261122-000017', '夜间支付失败', 'nobody_on_duty', 340], ['T-20261121-000009', '团购合同盖章', 'gave_up', 1500]].map(([number, subject, reason, minutes], i) => ({ id: `t${i}`, number, conversationId: 'c1', subject, customer: '方晓彤', reason, state: 'OPEN', department: 'ticketing', createdAt: ago(minutes), resolvedAt: null, resolvedBy: null, note: null }))
