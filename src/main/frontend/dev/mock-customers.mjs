/** Believable profiles, notes and tags of customers for looking at the desk without a back end. Nothing here is shipped. */
import * as data from './mock-data.mjs'

const ago = (minutes) => new Date(Date.now() - minutes * 60_000).toISOString()
const items = (list) => ({ items: list, next: null })
const tagged = { v1: ['常客', '企业客户'] }
const PAGES = [['演出改期公告', 'help/notice/20261126', 2], ['我的订单', 'orders/20261118-3307', 6], ['周杰伦 2026 杭州站', 'shows/%E6%9D%AD%E5%B7%9E%E7%AB%99/8812', 14], ['', 'search', 16], ['首页 · 极票网', '', 17], ['登录', 'login', 18]]
const notes = [
  { id: 'n2', conversationId: 'c1', number: 'C-20261122-000310', author: { id: 'kf001', name: '陈晓雨' }, at: ago(5), text: '已核实身份证后四位，改期不收手续费。' },
  { id: 'n1', conversationId: null, number: null, author: { id: 'kf003', name: '周雨桐' }, at: ago(60 * 24 * 9), text: '公司行政，每年订两次团体票。\n发票抬头固定，见工单 T-20261103-000012。' },
]

export const profile = (id) => ({
  attributes: { level: '黄金会员', phone: '138****2207', orderNo: '20261118-3307', city: '杭州', 'cart.total': '1280', newsletter: 'true' },
  tags: tagged[id] ?? [],
  pages: PAGES.map(([title, path, minutes]) => ({ url: `https://tickets.example/${path}`, title, at: ago(minutes) })),
  events: [{ name: '申请改期', data: { order: '20261118-3307', seats: '2' }, at: ago(3) }, { name: 'basket', data: { ticket: 'A区 12 排' }, at: ago(12) }],
})
export const listed = () => items(notes)
export const noted = ({ text, conversationId }, me) => {
  notes.unshift({ id: `n${Date.now()}`, conversationId: conversationId ?? null, number: null, author: { id: me.id, name: me.name }, at: ago(0), text })
  return notes[0]
}
export const suggested = ({ q = '' }) => items(['常客', '企业客户', '团购', '投诉', '退票'].filter((name) => name.startsWith(q)))
export const tag = (id, name) => ({ tags: (tagged[id] = [...(tagged[id] ?? []), name]) })
export const untag = (id, name) => ({ tags: (tagged[id] = (tagged[id] ?? []).filter((one) => one !== name)) })
const talk = (id) => data.conversations.find((it) => it.id === id)
export const mark = (id, name) => Object.assign(talk(id), { tags: [...(talk(id).tags ?? []), name] })
export const unmark = (id, name) => Object.assign(talk(id), { tags: talk(id).tags.filter((one) => one !== name) })
export const describe = (id, topic) => Object.assign(talk(id), topic, { topicVersion: (talk(id).topicVersion ?? 1) + 1 })
export const categories = () => items(['退改', '座位', '支付', '发票'])
