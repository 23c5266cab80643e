import type { Browser, Locator, Page } from 'playwright-core'
import { base, eventually, person, signIn } from './browser'

/** An agent's desk with the list of conversations, connected and ready for handoffs. */
export async function desk(browser: Browser, agent: string): Promise<Desk> {
  const { page } = await person(browser)
  const made = new Desk(page)
  await signIn(page, agent, '/desk/chat')
  await made.connected()
  return made
}

/** A customer on the demonstration site of a tenant, with the widget open. */
export async function visitor(browser: Browser, site = base, tenant = 'acme'): Promise<Visitor> {
  const { page } = await person(browser)
  await page.goto(`${site}/widget/demo.html?tenant=${tenant}&lang=zh-CN`)
  const made = new Visitor(page)
  await made.open()
  return made
}

/** Every text in these bubbles once, in the order on the screen. */
async function textsOf(bubbles: Locator): Promise<string[]> {
  return (await bubbles.allInnerTexts()).map((text) => text.trim())
}

/** The texts with this mark, each of which has a number behind it. */
const marked = (texts: string[], mark: string) => texts.filter((text) => text.startsWith(mark))

export class Desk {
  /** The node that answers this desk. */
  node = ''

  constructor(readonly page: Page) {
    page.on('websocket', (socket) =>
      socket.on('framereceived', ({ payload }) => {
        const frame = JSON.parse(String(payload)) as { type: string; node?: string }
        if (frame.type === 'READY') this.node = frame.node ?? ''
      }),
    )
  }

  async connected(seconds = 20): Promise<void> {
    const switched = this.page.getByTestId('presence')
    await eventually(async () => (await switched.getAttribute('data-connected')) === 'true', 'the desk is connected', seconds)
  }

  async online(): Promise<void> {
    await this.page.getByTestId('presence').click()
    await this.page.getByTestId('presence-ONLINE').click()
    const switched = this.page.getByTestId('presence')
    await eventually(async () => (await switched.getAttribute('data-state')) === 'ONLINE', 'the agent is online')
  }

  /** The next offer; answers which handoff it is about. */
  async offer(): Promise<string> {
    const offer = this.page.getByTestId('offer').first()
    await offer.waitFor({ timeout: 30_000 })
    return (await offer.getAttribute('data-handoff'))!
  }

  /** Accepts the next offer and returns the conversation's id. */
  async accept(): Promise<string> {
    const before = this.page.url()
    await this.page.getByTestId('offer-accept').first().click({ timeout: 30_000 })
    await this.page.waitForURL((url) => url.href !== before && /\/desk\/chat\/.+/.test(url.href))
    return this.page.url().split('/').at(-1)!
  }

  row(conversation: string): Locator {
    return this.page.locator(`[data-conversation="${conversation}"]`)
  }

  async read(conversation: string): Promise<void> {
    await this.row(conversation).click()
    await this.page.getByTestId('composer').waitFor()
  }

  /** Back to the list, so that nothing is before the agent's eyes. */
  async leave(): Promise<void> {
    const id = this.page.url().split('/chat/')[1]
    const isRead = () => this.page.evaluate(async (path) => (await (await fetch(path)).json()).unread === 0, `/api/v1/conversations/${id}`)
    if (id) await eventually(isRead, 'what was before the eyes is read')
    await this.page.goto(`${base}/desk/chat`)
    await this.connected()
  }

  async unread(conversation: string, count: number): Promise<void> {
    const badge = this.row(conversation).getByTestId('unread')
    let shown = 0
    const read = async () => (shown = Number((await badge.count()) > 0 ? await badge.innerText() : 0))
    await this.row(conversation).waitFor()
    await eventually(async () => (await read()) === count, () => `the list says ${count} unread, and not ${shown}`)
  }

  async write(text: string): Promise<void> {
    await this.page.getByTestId('composer').fill(text)
    await this.page.getByTestId('composer').press('Enter')
  }

  async texts(mark: string): Promise<string[]> {
    return marked(await textsOf(this.page.getByTestId('message').locator('.bubble')), mark)
  }

  async complete(): Promise<void> {
    await this.page.getByTestId('complete').click()
    await this.page.getByRole('dialog').getByRole('button').last().click()
  }
}

export class Visitor {
  constructor(readonly page: Page) {}

  async open(): Promise<void> {
    const opener = this.page.getByRole('button', { name: /打开在线客服/ })
    await opener.waitFor()
    await opener.click()
  }

  async write(text: string): Promise<void> {
    await this.page.getByLabel('输入消息').fill(text)
    await this.page.getByLabel('输入消息').press('Enter')
  }

  /** Writes first words and asks for a person. */
  async askForPerson(text: string): Promise<void> {
    await this.write(text)
    await this.page.getByRole('button', { name: '转人工' }).click()
    await this.page.getByRole('button', { name: '开始排队' }).click()
  }

  /** Waits until so many are told to be ahead. */
  async ahead(count: number): Promise<void> {
    const told = count === 0 ? '您排在第一位' : `您前面还有 ${count} 位`
    await this.page.getByText(told).first().waitFor({ timeout: 30_000 })
  }

  async served(): Promise<void> {
    await this.page.getByText(/已接入|正在为您服务/).first().waitFor()
  }

  async texts(mark: string): Promise<string[]> {
    return marked(await textsOf(this.page.locator('.line .bubble')), mark)
  }

  /** Messages that the server has not acknowledged yet. */
  async unsent(): Promise<number> {
    return this.page.getByText('发送中', { exact: true }).count()
  }
}

/** Waits until each of them shows exactly these texts, then looks once more a little later. */
export async function allShow(who: readonly (Desk | Visitor)[], mark: string, wanted: (texts: string[]) => boolean, what: string, seconds = 60): Promise<void> {
  const shown = () => Promise.all(who.map((one) => one.texts(mark)))
  const agree = (all: string[][]) => all.every((texts) => wanted(texts) && texts.join() === all[0]!.join())
  await eventually(async () => agree(await shown()), what, seconds).catch(async (error: Error) => {
    throw new Error(`${error.message}: ${JSON.stringify(await shown())}`, { cause: error })
  })
}
