const PAGE = 200
const WORDS = ['您好，请问演唱会的票可以改期吗？', '订单 20261118-3307 的退款到哪里了', '好的，谢谢', '我再确认一下：两张看台票，12 月 6 日 19:30，座位相邻，对吗？', '可以', '发票抬头写公司，税号稍后发您']

/** An agent with very much to do: so many conversations like this one, each with so long a history. */
export function many(like, chats, history) {
  if (!chats) return null
  const begun = Date.now() - history * 20_000
  const heads = new Map(Array.from({ length: chats }, (_, i) => [`many${i + 1}`, history]))
  const message = (conversationId, seq) => {
    const senderType = seq % 3 ? 'CUSTOMER' : 'AGENT'
    const senderId = senderType === 'AGENT' ? 'kf001' : `v-${conversationId}`
    return { id: `${conversationId}-${seq}`, conversationId, seq, senderType, senderId, body: `${WORDS[seq % WORDS.length]} (${seq})`, contentType: 'text/plain', sentAt: new Date(begun + seq * 20_000).toISOString() }
  }
  const span = (id, from, to) => Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => message(id, from + i))
  const view = (id) => {
    const last = message(id, heads.get(id))
    return { ...like, id, number: `C-${id}`, customer: { ...like.customer, id: `v-${id}`, name: `客户 ${id.slice(4)}` }, lastSeq: last.seq, readSeq: last.seq, unread: 0, customerReadSeq: last.seq, lastMessage: last }
  }
  let turn = 0
  return {
    get conversations() {
      return [...heads.keys()].map(view)
    },
    find: (id) => (heads.has(id) ? view(id) : undefined),
    page: (id, before, limit) => (heads.has(id) ? span(id, Math.max(1, Math.min(before, heads.get(id) + 1) - limit), Math.min(before - 1, heads.get(id))) : undefined),
    after: (id, after) => {
      if (!heads.has(id)) return undefined
      const to = Math.min(heads.get(id), after + PAGE)
      return { messages: span(id, after + 1, to), more: to < heads.get(id) }
    },
    heads: () => Object.fromEntries(heads),
    /** The next customer in turn writes, in any but the first conversation. */
    write() {
      const id = `many${2 + (turn++ % (chats - 1))}`
      heads.set(id, heads.get(id) + 1)
      return message(id, heads.get(id))
    },
  }
}
