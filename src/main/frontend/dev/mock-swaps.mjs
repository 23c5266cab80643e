/** Believable answers about swaps, on top of the invented rota. Nothing here is shipped. */
import { dateAt, people, rota, shiftTypes } from './mock-data.mjs'

const DAY = 86_400_000
const HOUR = 3_600_000
const at = (hours) => new Date(Date.now() + hours * HOUR).toISOString()
const named = ({ id, name }) => ({ id, name })
const everybody = () => true
const plan = (lang) => rota(dateAt(0), dateAt(35), lang, everybody)

function shiftOf(assignment, lang) {
  const { id, name, color } = shiftTypes(lang).find((type) => type.id === assignment.shiftTypeId)
  return { assignmentId: assignment.id, date: assignment.date, shiftType: { id, name, color }, start: assignment.start, end: assignment.end }
}
const coming = (lang) => plan(lang).assignments.filter((it) => it.status === 'ACTIVE' && Date.parse(it.start) > Date.now())
const find = (id, lang) => plan(lang).assignments.find((it) => it.id === id)
const owner = (assignment) => people.find(({ id }) => id === assignment.agentId)

export function itemsFor(ids, lang, closed = true) {
  return ids.map((id, index) => {
    const gives = find(id, lang)
    const next = ids[index + 1] ?? (closed ? ids[0] : null)
    return { step: index + 1, agent: named(owner(gives)), department: owner(gives).department, gives: shiftOf(gives, lang), takes: next && shiftOf(find(next, lang), lang), confirmation: 'OPEN', answeredAt: null, answer: null }
  })
}
const warning = (step, lang) => ({ code: 'swap.rest', severity: 'WARNS', rule: 'Rest', step, message: lang === 'en' ? 'Only 11.5 hours of rest before the early shift.' : '早班前只休息 11.5 小时。' })
const block = (step, lang) => ({ code: 'swap.skill', severity: 'BLOCKS', rule: 'Skill', step, message: lang === 'en' ? 'The night shift needs the skill “refund”.' : '夜班需要“退款”技能。' })

/** Nights of people whose number can be divided by five are refused; taking an early shift is warned of. */
function verdicts(items, lang) {
  return items.flatMap(({ takes, agent, step }) => {
    if (takes?.shiftType.id === 'night' && Number(agent.id.slice(2)) % 5 === 0) return [block(step, lang)]
    return takes?.shiftType.id === 'early' ? [warning(step, lang)] : []
  })
}
const monday = (date) => new Date(Date.parse(date) - ((new Date(date).getUTCDay() + 6) % 7) * DAY).toISOString().slice(0, 10)
const minutes = (shift) => (Date.parse(shift.end) - Date.parse(shift.start)) / 60_000

export function check({ items }, lang) {
  const closed = items.every(({ takes }) => takes) && items.length > 1
  const told = itemsFor(items.map(({ gives }) => gives), lang, closed)
  const findings = verdicts(told, lang)
  const persons = told.map(({ agent, gives, takes }) => {
    const before = coming(lang).filter((it) => it.agentId === agent.id && Math.abs(Date.parse(it.date) - Date.parse(gives.date)) <= 7 * DAY).map((it) => shiftOf(it, lang))
    const after = [...before.filter(({ assignmentId }) => assignmentId !== gives.assignmentId), ...(takes ? [takes] : [])]
    const weeks = [...new Set([...before, ...after].map(({ date }) => monday(date)))].sort()
    const sum = (shifts, week) => shifts.filter(({ date }) => monday(date) === week).reduce((total, shift) => total + minutes(shift), 0)
    return { agent, before, after, weeks: weeks.map((week) => ({ monday: week, minutesBefore: sum(before, week), minutesAfter: sum(after, week), contractMinutes: 2400 })) }
  })
  const [first] = told
  const crossing = told.length > 1 && told.some(({ department }) => department !== first.department)
  const coverage = crossing
    ? [
        { department: first.department, from: first.gives.start, to: first.gives.end, before: 3, after: 2, minimum: 2 },
        { department: told.at(-1).department, from: told.at(-1).gives.start, to: told.at(-1).gives.end, before: 2, after: 1, minimum: 2 },
        { department: told.at(-1).department, from: first.gives.start, to: first.gives.end, before: 1, after: 2, minimum: 1 },
      ]
    : []
  return { feasible: findings.every(({ severity }) => severity !== 'BLOCKS'), closed, findings, items: told, people: persons, coverage }
}

export function candidates({ gives, department, from, to, cursor }, lang) {
  const given = find(gives, lang)
  const others = people.filter((person) => person.id !== given.agentId && (!department || person.department === department))
  const start = Number(cursor ?? 0)
  const items = others.slice(start, start + 6).map((person) => ({
    agent: named(person),
    department: person.department,
    shifts: coming(lang).filter((it) => it.agentId === person.id && it.date >= from && it.date <= to && it.date !== given.date).slice(0, 7).map((it, index) => {
      const shift = shiftOf(it, lang)
      const findings = verdicts([{ step: 1, agent: { id: given.agentId }, takes: shift }], lang)
      const number = Number(person.id.slice(2)) + index
      const blocked = number % 6 === 0 ? [block(1, lang)] : findings
      const takeable = blocked.every(({ severity }) => severity !== 'BLOCKS')
      return { ...shift, heldBy: number % 7 === 2 ? 'S-20261122-000007' : null, findings: blocked, takeable, direct: takeable && number % 3 !== 1 }
    }),
  }))
  return { items, next: start + 6 < others.length ? String(start + 6) : null }
}

const first = (agentId, skip = 0) => coming('zh').filter((it) => it.agentId === agentId)[skip].id
const TEMPLATES = [
  ['CONFIRMING', ['kf002', 'kf001', 'kf003'], ['AGREED', 'OPEN', 'AGREED'], [], 5.4, '周末想陪家人，麻烦大家了'],
  ['APPROVING', ['kf004', 'kf001', 'kf009', 'kf017'], ['AGREED', 'AGREED', 'AGREED', 'AGREED'], ['APPROVED', 'OPEN', 'OPEN'], 28, null],
  ['CONFIRMING', ['kf001', 'kf006'], ['AGREED', 'OPEN'], [], 1.2, '当天要去办证件'],
  ['EXECUTED', ['kf001', 'kf005', 'kf007'], ['AGREED', 'AGREED', 'AGREED'], ['APPROVED'], null, null],
  ['DECLINED', ['kf001', 'kf008'], ['AGREED', 'DECLINED'], [], null, null],
  ['REFUSED', ['kf001', 'kf010', 'kf011'], ['AGREED', 'OPEN', 'OPEN'], [], null, null],
  ['FAILED', ['kf003', 'kf001'], ['AGREED', 'AGREED'], ['APPROVED'], null, null],
  ['WITHDRAWN', ['kf001', 'kf004'], ['AGREED', 'OPEN'], [], null, null],
  ['EXPIRED', ['kf002', 'kf005'], ['AGREED', 'OPEN'], [], null, null],
  ['REJECTED', ['kf006', 'kf007'], ['AGREED', 'AGREED'], ['REJECTED'], null, null],
]
const CAUSES = { FAILED: ['李思远 的早班已被改为休假，未作任何更改。', 'The early shift became leave meanwhile; nothing was changed.'], DECLINED: ['吴俊杰 拒绝：当天有约', 'Declined: busy on that day'], REFUSED: ['规则不通过', 'Refused by rule'], EXPIRED: ['24 小时内无人答复', 'Nobody answered within 24 hours'] }
const MANAGERS = { ticketing: { id: 'ticketing.manager', name: '沈若琳' }, aftersales: { id: 'aftersales.manager', name: '陈立' }, vip: { id: 'vip.manager', name: '周宁' } }

export const swaps = TEMPLATES.map(([state, agents, confirmations, approvals, left, comment], index) => ({ id: `swap${index}`, number: `S-20261126-00001${index}`, state, agents, confirmations, approvals, left, comment, ids: agents.map((agent) => first(agent, index)), version: 1 }))

export function shown(swap, lang) {
  const items = itemsFor(swap.ids, lang).map((item, index) => {
    const confirmation = swap.confirmations[index]
    return { ...item, confirmation, answeredAt: confirmation === 'OPEN' ? null : at(-6 + index), answer: confirmation === 'DECLINED' ? '当天有约，抱歉' : null }
  })
  const departments = [...new Set(items.map(({ department }) => department))]
  const approvals = swap.approvals.map((state, index) => {
    const department = departments[index] ?? departments[0]
    const open = state === 'OPEN'
    return { department, state, by: open ? null : MANAGERS[department], at: open ? null : at(-2), comment: state === 'REJECTED' ? '当天有大型演出，需要固定人手' : null }
  })
  const open = swap.state === 'CONFIRMING' || swap.state === 'APPROVING'
  return {
    id: swap.id, number: swap.number, state: swap.state, proposer: items[0].agent, comment: swap.comment, createdAt: at(-8), confirmUntil: open ? at(swap.left) : null, items, approvals,
    findings: swap.state === 'REFUSED' ? [block(2, lang)] : swap.state === 'APPROVING' ? [warning(3, lang)] : [], cause: CAUSES[swap.state]?.[lang === 'en' ? 1 : 0] ?? null, decidedAt: open ? null : at(-1), version: swap.version,
  }
}

export function listed(q, me, lang) {
  const takesPart = ({ agents }) => agents.includes(me.id)
  const waits = (swap) => {
    const place = swap.agents.indexOf(me.id)
    if (swap.state === 'CONFIRMING') return place > 0 && swap.confirmations[place] === 'OPEN'
    return swap.state === 'APPROVING' && place < 0 && me.roles.some((role) => role !== 'customer_service')
  }
  const wanted = swaps.filter((swap) => (!q.mine || takesPart(swap)) && (!q.waiting || waits(swap)) && (!q.state || swap.state === q.state))
  return { items: wanted.map((swap) => shown(swap, lang)), next: null }
}

export function proposed({ items, comment }, lang) {
  const told = check({ items }, lang)
  const number = `S-20261126-00002${swaps.length}`
  const swap = { id: `swap${swaps.length}`, number, state: told.feasible ? 'CONFIRMING' : 'REFUSED', agents: items.map(({ agentId }) => agentId), confirmations: items.map((_, i) => (i ? 'OPEN' : 'AGREED')), approvals: [], left: 24, comment, ids: items.map(({ gives }) => gives), version: 1 }
  swaps.unshift(swap)
  return told.feasible ? shown(swap, lang) : { problem: 409, code: 'swap_refused', detail: lang === 'en' ? 'The rules do not allow this swap.' : '规则不允许这次换班。', conflicts: told.findings, id: swap.id, number }
}

export function stepped(id, changes, lang) {
  const swap = Object.assign(swaps.find((it) => it.id === id), changes)
  swap.version++
  return shown(swap, lang)
}

export function suggestions({ gives }, lang) {
  const given = find(gives, lang)
  const other = (agentId, skip) => coming(lang).filter((it) => it.agentId === agentId)[skip].id
  const proposal = (agents, points, parts, findings) => ({ items: itemsFor([given.id, ...agents.map((agent, i) => other(agent, i + 2))], lang), people: agents.length + 1, points, parts: Object.entries(parts).map(([name, value]) => ({ name, points: value })), findings })
  return {
    items: [
      proposal(['kf004'], 88, { people: 40, hours: 24, rest: 24 }, []),
      proposal(['kf006', 'kf012'], 71.5, { people: 30, hours: 21.5, rest: 30, warnings: -10 }, [warning(2, lang)]),
      proposal(['kf003', 'kf015', 'kf020'], 52, { people: 20, hours: 12, rest: 20 }, []),
    ],
    searched: 37,
  }
}

export const wishes = [['kf001', 4, ['early', 'late'], '周三晚上有课'], ['kf006', 3, [], null], ['kf012', 5, ['part'], '孩子家长会']].map(([agentId, skip, types, comment], index) => ({ id: `wish${index}`, agentId, gives: first(agentId, skip), types, from: dateAt(3), to: dateAt(16), comment }))
export const wishOf = (wish, lang) => ({
  id: wish.id, agent: named(people.find(({ id }) => id === wish.agentId)), department: people.find(({ id }) => id === wish.agentId).department, gives: shiftOf(find(wish.gives, lang), lang),
  shiftTypes: shiftTypes(lang).filter(({ id }) => wish.types.includes(id)).map(({ id, name, color }) => ({ id, name, color })), from: wish.from, to: wish.to, comment: wish.comment, createdAt: at(-20),
})
export function wished(body, me, lang) {
  const wish = { id: `wish${Date.now()}`, agentId: me.id, gives: body.gives, types: body.shiftTypeIds, from: body.from, to: body.to, comment: body.comment ?? null }
  wishes.unshift(wish)
  return wishOf(wish, lang)
}
export const forget = (id) => void wishes.splice(wishes.findIndex((it) => it.id === id), 1)
