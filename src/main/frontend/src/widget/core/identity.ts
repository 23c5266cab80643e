import type { Memory } from './memory'
import { placeOf } from './pages'
import type { Session } from './session'
import type { Profile, Settings } from './settings'
import type { Slot } from './store'
import { language } from './texts'
import type { Visitors } from './visitor'

type Introduction = { tenant: string; page: string; attributes: Record<string, string> } & Profile

/** As whom the server knows the customer: as somebody unknown until the page says who it is. */
export class Identity {
  private profile: Profile

  constructor(
    private readonly settings: Settings,
    private readonly memory: Slot<Memory>,
    private readonly page: Document,
  ) {
    this.profile = settings.profile
  }

  /** What the server is told when the customer is new to it. */
  introduction(): Introduction {
    const { name, contact } = this.memory.read()?.answers ?? {}
    const told = this.profile.name ?? name
    return {
      tenant: this.settings.tenant,
      page: placeOf(location),
      attributes: { language: language.value, title: this.page.title.slice(0, 200), ...contactOf(contact ?? '') },
      ...this.profile,
      ...(told && { name: told.slice(0, 100) }),
    }
  }

  /** Another id is another person; without one only what is said of the same person changes. */
  become(profile: Profile): void {
    const another = profile.externalId && profile.externalId !== this.profile.externalId
    this.profile = another ? profile : { ...this.profile, ...profile }
  }

  /**
   * Makes visitor and profile agree. A conversation of somebody unknown is finished as it began; one of another customer is
   * left at once, with nothing of it left over. False while a conversation is in the way.
   */
  settle(visitors: Visitors, session: Session): boolean {
    const { externalId } = this.profile
    const { known } = visitors
    if (!externalId || !known || known.externalId === externalId) return true
    if (known.externalId) session.restart(false)
    else if (session.view.phase.name !== 'idle') return false
    visitors.forget()
    return true
  }
}

/** How a customer can be reached, under the name that the desk knows it by. */
export function contactOf(contact: string): Record<string, string> {
  if (!contact) return {}
  return contact.includes('@') ? { email: contact } : { phone: contact }
}
