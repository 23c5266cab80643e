import { watch } from 'vue'
import type { PageEvents } from '../baton'
import type { Notebook } from './memory'
import type { Session } from './session'

const FROM = { AGENT: 'agent', BOT: 'bot', SYSTEM: 'system', CUSTOMER: 'agent' } as const

/** Tells the page of each message to the customer once, over reloads too, and of how many are unread. */
export function tell(session: Session, notebook: Notebook, events: PageEvents): void {
  const { view } = session
  watch(() => view.unread, (count) => events.emit('unread', count))
  watch(() => view.entries, (entries) => {
    const { told } = notebook.page
    const fresh = entries.filter((entry) => entry.side !== 'mine' && entry.seq !== null && entry.seq > told)
    if (fresh.length === 0) return
    notebook.note({ told: fresh.at(-1)!.seq! })
    for (const { key, sender, body, file, at } of fresh) {
      events.emit('message', { id: key, from: FROM[sender], text: file?.name ?? body, at: new Date(at).toISOString() })
    }
  })
}
