import { dateAt, departments, people } from './mock-data.mjs'

/** A busy floor that moves: customers come, are asked about and are served, so that the live view has something to show. */
const CUSTOMERS = ['方晓彤', '许晴', '林志强', '邓紫薇', '袁昊', '苏婉清', '江一航', '潘雨萌', '薛之谦谦', '丁嘉怡', '崔建国', '']
const REASONS = ['支付成功但未出票', '演唱会改期，申请退票', '咨询团体票价格', '实名信息填错，想修改观演人', '电子票打不开', '投诉黄牛占座']
const SKILLS = [['refund'], [], ['group'], ['refund', 'vip'], [], []]
const PRIORITIES = ['NORMAL', 'URGENT', 'NORMAL', 'HIGH', 'LOW', 'NORMAL']
const seconds = (count) => new Date(Date.now() + count * 1000).toISOString()
const pick = (list, n) => list[n % list.length]
const begun = Date.now()
const score = { total: 77.5, parts: [
  { part: 'status', rule: '在线的客服得 40 分', points: 40 }, { part: 'load', rule: '空闲席位越多得分越高，最多 30 分', points: 22.5 },
  { part: 'skill', rule: '技能相符得 20 分', points: 10 }, { part: 'quality', rule: '没有足够历史的客服得 5 分', points: 5 } ] }

function waiting(department, n, position, asked) {
  const left = 30 - ((Date.now() - begun) / 1000 + n * 7) % 30
  return {
    id: `${department}-w${n}`, conversationId: 'c1', customerName: pick(CUSTOMERS, n), reason: pick(REASONS, n), state: asked ? 'ASSIGNED' : 'PENDING',
    position, since: new Date(begun - (4 - position) * 31_000 - n * 900).toISOString(), priority: pick(PRIORITIES, n), skills: pick(SKILLS, n),
    front: n === 3, misses: n % 3, offer: asked ? { agentId: asked, offeredAt: seconds(left - 30), expiresAt: seconds(left), score } : null,
  }
}

function group(department, index) {
  const team = people.filter((person) => person.department === department)
  const members = team.map((person, i) => {
    const light = i === 5 ? 'RED' : i === 7 ? 'YELLOW' : 'GREEN'
    const state = light === 'RED' ? 'OFFLINE' : i === 4 ? 'AWAY' : 'ONLINE'
    return { ...person, state, light, onShift: light !== 'YELLOW', active: light === 'RED' ? 0 : [4, 3, 4, 1, 2, 0, 3, 0][i], max: 4, skills: i % 2 ? ['refund'] : ['refund', 'vip', 'group'], senior: i === 0, autoAccept: false }
  })
  const served = members.flatMap((member, m) => Array.from({ length: member.active }, (_, i) => ({
    id: `${member.id}-${i}`, conversationId: 'c1', customerName: pick(CUSTOMERS, m * 3 + i), reason: pick(REASONS, m + i),
    state: m === 1 && i === 0 ? 'PAUSED' : m === 2 && i === 1 ? 'TRANSFERRED' : 'IN_PROGRESS', priority: 'NORMAL', agentId: member.id,
    since: new Date(begun - (m * 97 + i * 340 + 20) * 1000).toISOString(), customerLost: m === 0 && i === 2, transferTo: m === 2 && i === 1 ? members[3].id : null,
  })))
  const queue = index === 2 ? [] : [waiting(department, 1, 1, null), waiting(department, 3, 2, members[3].id), waiting(department, 0, 3, index ? null : members[4].id), waiting(department, 2, 4, null)].slice(0, 4 - index)
  return {
    now: { department, waiting: queue.length, waitingSince: queue[0]?.since ?? null, freeSeats: members.filter((it) => it.onShift && it.state !== 'OFFLINE').reduce((sum, it) => sum + it.max - it.active, 0), queue, served, members },
    figures: ['QUARTER', 'HOUR', 'DAY'].map((window) => ({ window, figures: figures(40 - index * 12, 0.86 - index * 0.13) })),
  }
}

function figures(requests, level) {
  const abandoned = Math.round(requests * 0.07)
  const ticketed = Math.round(requests * 0.04)
  const waiting = Math.min(3, Math.round(requests * 0.1))
  const answered = Math.max(0, requests - abandoned - ticketed - waiting)
  const offered = answered + abandoned + ticketed
  const answeredInTime = Math.min(answered, Math.round(offered * level))
  return {
    requests, waiting, overdue: 0, answered, answeredInTime, abandoned, abandonedAtOnce: Math.round(abandoned / 4), ticketed,
    serviceLevel: offered ? answeredInTime / offered : null, meanWaitSeconds: answered ? 14.2 / level : null, p50WaitSeconds: answered ? 8 : null, p95WaitSeconds: answered ? 41 / level : null, longestWaitSeconds: 96,
  }
}

function report(window, from, step, count) {
  const first = Math.floor(Date.now() / step) * step - (count - 1) * step
  const slices = Array.from({ length: count }, (_, i) => ({
    from: new Date(window === 'DAY' ? from + i * step : first + i * step).toISOString(),
    figures: figures(Math.round((10 + 8 * Math.sin(i / 2)) * (step / 120_000 + 0.5)) * Number(i !== 3 || window !== 'QUARTER'), 0.72 + 0.2 * Math.cos(i)),
  }))
  const requests = slices.reduce((sum, slice) => sum + slice.figures.requests, 0)
  return { window, from: new Date(from).toISOString(), asOf: new Date().toISOString(), figures: figures(requests, 0.78), slices }
}

export function floor(q, lang, own) {
  const wanted = q.department ?? own
  const groups = departments(lang).map(({ id }, index) => group(id, index)).filter(({ now }) => !wanted || now.department === wanted)
  const midnight = Date.parse(`${dateAt(0)}T00:00:00+08:00`)
  const hours = Math.floor((Date.now() - midnight) / 3_600_000) + 1
  return {
    asOf: new Date().toISOString(), answerWithinSeconds: 15, goalPercent: 80, groups,
    reports: [report('QUARTER', Date.now() - 900_000, 60_000, 15), report('HOUR', Date.now() - 3_600_000, 300_000, 12), report('DAY', midnight, 3_600_000, hours)],
  }
}
