import { mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { base, eventually, launch, onShift, person, signIn } from './browser'
import { Desk, visitor, type Visitor } from './talk'

/** Where the documents look for their pictures, and how large one may be. */
const FOLDER = join(import.meta.dirname, '../../../../docs/images/screens')
const MOST_BYTES = 200 * 1024
const COMPUTER = { width: 1280, height: 800 }
const PHONE = { width: 390, height: 780 }
/** The stage on the customer's page is not easily made small. */
const SITE = { width: 1120, height: 700 }
/** Each screen is shown twice: Chinese in light colours, English in dark ones. */
const LOOKS = [
  { name: 'light', language: 'zh-CN' },
  { name: 'dark', language: 'en' },
] as const

const TALK = [
  ['customer', '你好，我买了 12 月 12 日「星河」演唱会的两张票，现在想换到 13 日可以吗？'],
  ['agent', '您好！可以的，改签截止到演出前 48 小时。请问是两张都改吗？'],
  ['customer', '是的，两张都改，最好还是连座。'],
  ['agent', '13 日看台 **B 区 8 排 15、16 座** 是连座，差价每张 40 元。我先为您锁定 15 分钟。'],
  ['customer', '太好了，就这两张！'],
] as const

/** Words that the demonstration's customers have used. */
const SOUGHT = '电子票'

/** Takes the pictures of docs/screens.md from a running Baton with the demonstration's data. */
describe('the pictures of the screens', () => {
  let browser: Browser
  let desk: Desk
  let manager: Page
  const customers: Visitor[] = []

  beforeAll(async () => {
    mkdirSync(FOLDER, { recursive: true })
    browser = await launch()
    const agent = await onShift(browser)
    manager = await page('ticketing.manager')
    desk = new Desk(await page(agent))
    await desk.leave()
    await desk.online()
  })
  afterAll(async () => {
    let left = customers.length
    while (left-- > 0 && (await completesOne()));
    await browser.close()
  })

  it('show a conversation, at the desk and in the widget', async () => {
    const customer = await arrives()
    await customer.askForPerson(TALK[0][1])
    const conversation = await desk.accept()
    await customer.served()
    for (const [at, [who, text]] of [...TALK.entries()].slice(1)) {
      await (who === 'agent' ? desk : customer).write(text)
      await eventually(async () => (await desk.page.getByTestId('message').count()) > at, 'what was written is at the desk')
      await eventually(async () => (await customer.page.locator('.line .bubble').count()) > at, 'and in the widget')
    }
    await keep(customer.page, 'widget')
    await both(desk.page, `/desk/chat/${conversation}`, 'chat')
  })

  it('show the rota as a board and on a phone', async () => {
    await both(manager, '/desk/rota', 'rota')
    await desk.page.setViewportSize(PHONE)
    await both(desk.page, '/desk/rota', 'my-rota')
    await desk.page.setViewportSize(COMPUTER)
  })

  it('show leave and a swap that is composed', async () => {
    await both(manager, '/desk/leave', 'leave')
    await desk.page.goto(`${base}/desk/swaps/new`)
    await desk.page.getByTestId('own-shift').last().click()
    await both(desk.page, '/desk/swaps/new', 'swap')
  })

  it('show what was said, prepared answers and tickets', async () => {
    await manager.goto(`${base}/desk/history?q=${encodeURIComponent(SOUGHT)}`)
    await manager.getByTestId('found').first().click()
    await manager.getByTestId('window').waitFor()
    await both(manager, manager.url().slice(base.length), 'history')
    await both(manager, '/desk/quick-replies', 'quick-replies')
    await both(manager, '/desk/tickets', 'tickets')
  })

  it('show the floor while customers wait', async () => {
    for (const text of ['电子票在哪里看？', '订单付款后一直显示处理中，怎么办？']) {
      const customer = await arrives()
      await customer.askForPerson(text)
    }
    await both(manager, '/desk/live', 'floor')
  })

  it('show Tasklist', async () => {
    await manager.goto(`${base}/camunda/app/tasklist/default/`)
    const tasks = manager.locator('[cam-tasks] li.task')
    await tasks.first().waitFor({ timeout: 60_000 })
    await tasks.first().click()
    await manager.locator('.fjs-form').first().waitFor({ timeout: 60_000 })
    await settled(manager)
    await keep(manager, 'tasklist')
  })

  async function page(user: string): Promise<Page> {
    const { page: made } = await person(browser)
    await made.setViewportSize(COMPUTER)
    await signIn(made, user, '/desk/welcome')
    await made.locator('#content h1').waitFor()
    return made
  }

  async function arrives(): Promise<Visitor> {
    const customer = await visitor(browser)
    await customer.page.setViewportSize(SITE)
    customers.push(customer)
    return customer
  }

  /** The screen in each of its looks; both of them from the top. */
  async function both(shown: Page, path: string, name: string): Promise<void> {
    for (const look of LOOKS) {
      await shown.emulateMedia({ colorScheme: look.name, reducedMotion: 'reduce' })
      await shown.evaluate((language) => localStorage.setItem('baton.locale', language), look.language)
      await shown.goto(base + path)
      await shown.locator('#content :is(h1, h2)').first().waitFor()
      await settled(shown)
      await keep(shown, `${name}.${look.name}`)
    }
    await shown.evaluate(() => localStorage.setItem('baton.locale', 'zh-CN'))
  }

  /** Nothing is asked for any more, and nothing moves. */
  async function settled(shown: Page): Promise<void> {
    await shown.waitForLoadState('networkidle')
    await shown.waitForFunction(() => !document.querySelector('[aria-busy="true"]'))
  }

  async function keep(shown: Page, name: string): Promise<void> {
    const path = join(FOLDER, `${name}.png`)
    await shown.screenshot({ path, animations: 'disabled', caret: 'hide', style: '.el-notification { display: none }' })
    expect(statSync(path).size, `bytes of ${name}`).toBeLessThan(MOST_BYTES)
  }

  /** Nobody is left waiting when the pictures are taken; false when nobody is there any more. */
  async function completesOne(): Promise<boolean> {
    await desk.page.goto(`${base}/desk/chat`)
    const offered = desk.page.getByTestId('offer-accept').first()
    const open = desk.page.getByTestId('conversation').first()
    if (!(await offered.or(open).first().waitFor({ timeout: 10_000 }).then(() => true, () => false))) return false
    if (await offered.isVisible()) await offered.click()
    else await open.click()
    await desk.complete()
    await desk.page.getByTestId('composer').waitFor({ state: 'detached' })
    return true
  }
})
