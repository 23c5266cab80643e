import type { Contact } from './remote'
import type { Key } from './texts'

const ADDRESS = /^[^\s@<>",;:]{1,64}@[^\s@<>",;:.]+(\.[^\s@<>",;:.]+)+$/
const NUMBER = /^\+?\d[\d ()./-]{3,28}\d$/

export type Mistakes = Partial<Record<keyof Contact, Key>>

/** What is wrong with what the customer wrote, as the server would see it; nothing when it can be sent. */
export function mistakesOf({ phone, email }: Contact): Mistakes {
  return {
    ...(!phone && !email && { phone: 'contact.none' }),
    ...(phone && !NUMBER.test(phone) && { phone: 'contact.phoneWrong' }),
    ...(email && !ADDRESS.test(email) && { email: 'contact.emailWrong' }),
  }
}

/** Whether this is an address or a number at which somebody can be reached. */
export function isReachable(contact: string): boolean {
  return ADDRESS.test(contact) || NUMBER.test(contact)
}
