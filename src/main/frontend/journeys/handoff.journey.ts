import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { base, eventually, launch, launchOnItsOwn, person, picture, signIn, signOut } from './browser'
import { timePasses } from './floor'
import { choose, claim, complete, openTask } from './tasklist'
import { allShow, desk, visitor, type Desk, type Visitor } from './talk'

/** Two agents on duty around the clock; the test that starts these journeys has planned them. */
const [AGENT, OTHER] = ['gx001', 'gx003']
const MANAGER = 'globex.manager'

describe('the queue, and what goes wrong', () => {
  let browser: Browser
  let atWork: Desk[] = []
  let atTheEnd: (() => Promise<void>)[] = []
  beforeAll(async () => {
    browser = await launch()
  })
  afterEach(async () => {
    for (const office of atWork) await signOut(office.page)
    for (const end of atTheEnd) await end()
    ;[atWork, atTheEnd] = [[], []]
  })
  afterAll(() => browser.close())

  async function atTheDesk(agent: string): Promise<Desk> {
    const office = await desk(browser, agent)
    atWork.push(office)
    await office.online()
    return office
  }

  const customer = () => visitor(browser, base, 'globex')

  it('tells a falling place on a busy floor until the agent is free', { timeout: 240_000 }, async () => {
    const office = await atTheDesk(OTHER)
    const mark = `排队${Date.now()}`
    const seats = await office.page.evaluate(async () => ((await (await fetch('/api/v1/seats/mine')).json()) as { max: number }).max)
    const served: { conversation: string; who: Visitor }[] = []
    for (let i = 0; i < seats; i++) {
      const who = await customer()
      await who.askForPerson(`${mark}-${i} 请问几点开场？`)
      served.push({ conversation: await office.accept(), who })
      await who.served()
    }

    const first = await customer()
    await first.askForPerson(`${mark}-甲 我在排队`)
    await first.ahead(0)
    const second = await customer()
    await second.askForPerson(`${mark}-乙 我也在排队`)
    await second.ahead(1)
    await picture(second.page, 'widget-queue')

    await office.read(served[0]!.conversation)
    await office.complete()
    const taken = await office.accept()
    await first.served()
    await second.ahead(0)
    await office.read(served[1]!.conversation)
    await office.complete()
    served.push({ conversation: taken, who: first }, { conversation: await office.accept(), who: second })
    await second.served()
    await picture(office.page, 'desk-busy')
    for (const { conversation } of served.slice(2)) {
      await office.read(conversation)
      await office.complete()
    }
  })

  it('goes on with another agent who sees all of it when the first one is gone', { timeout: 240_000 }, async () => {
    const { browser: elsewhere, loseThePower } = await launchOnItsOwn()
    atTheEnd.push(loseThePower)
    const lost = await desk(elsewhere, AGENT)
    await lost.online()
    const who = await customer()
    const mark = `断电${Date.now()}`
    await who.askForPerson(`${mark}-1 我的票还没有寄到`)
    const handoff = await lost.offer()
    await lost.accept()
    await who.served()
    await lost.write(`${mark}-2 请告诉我订单号`)
    await allShow([lost, who], mark, (texts) => texts.length === 2, 'both see the beginning')

    await loseThePower()
    await who.page.getByText('客服的连接中断了，正在恢复').first().waitFor({ timeout: 60_000 })
    await who.write(`${mark}-3 订单号是 20260817`)
    await picture(who.page, 'widget-paused')
    const other = await atTheDesk(OTHER)
    await timePasses(handoff, 'AgentMissed')
    expect(await other.offer()).toBe(handoff)
    await other.accept()
    await who.served()
    await other.write(`${mark}-4 我是接替的同事，已经看到您的订单号`)
    const inStep = (texts: string[]) => texts.map((text) => text.slice(mark.length, mark.length + 2)).join('') === '-1-2-3-4'
    await allShow([other, who], mark, inStep, 'the other agent and the customer show all four, once and in order')
    await picture(other.page, 'desk-taken-over')
    await other.complete()
  })

  it('lets a manager decide in Tasklist about who waits too long', { timeout: 240_000 }, async () => {
    const office = await atTheDesk(OTHER)
    const who = await customer()
    const mark = `介入${Date.now()}`
    await who.askForPerson(`${mark}-1 有人吗？`)
    const handoff = await office.offer()
    await office.page.getByTestId('offer-decline').first().click()
    await office.page.getByTestId('offer').waitFor({ state: 'detached' })
    await who.ahead(0)
    await timePasses(handoff, 'SecondWaitExceeded')

    const { page: tasklist } = await person(browser)
    await signIn(tasklist, MANAGER, '/camunda/app/tasklist/default/')
    await openTask(tasklist, '客户等待太久，请决定如何处理')
    await claim(tasklist)
    await choose(tasklist, '处理方式 What to do', '指定客服')
    await choose(tasklist, '客服 Agent', OTHER.toUpperCase())
    await picture(tasklist, 'tasklist-step-in')
    await complete(tasklist)
    await who.served()
    await eventually(async () => (await office.texts(mark)).length === 1, 'the agent has the conversation').catch(async () => {
      await office.page.getByTestId('conversation').first().click()
    })
    await allShow([office, who], mark, (texts) => texts.length === 1, 'both see what was asked')
    await office.complete()
  })

  it('becomes a ticket when nobody is there and goes on once an agent takes it up', { timeout: 240_000 }, async () => {
    const who = await customer()
    const mark = `工单${Date.now()}`
    await who.askForPerson(`${mark}-1 座位可以升级吗？`)
    const number = (await who.page.getByText(/T-\d{8}-\d{6}/).first().innerText({ timeout: 30_000 })).match(/T-\d{8}-\d{6}/)![0]
    await who.write(`${mark}-2 我明天再来看`)

    const office = await atTheDesk(OTHER)
    await office.page.goto(`${base}/desk/tickets`)
    await office.page.getByTestId('ticket').filter({ hasText: number }).click()
    await office.page.getByTestId('ticket-detail').waitFor()
    await picture(office.page, 'desk-ticket')
    await office.page.getByTestId('ticket-take-up').click()
    await office.page.waitForURL(/\/desk\/chat\/.+/)
    await who.served()
    await office.write(`${mark}-3 可以，差价三百元`)
    await allShow([office, who], mark, (texts) => texts.length === 3, 'both see all of it in one conversation')
    await picture(office.page, 'desk-ticket-taken-up')
    await office.complete()
  })
})
