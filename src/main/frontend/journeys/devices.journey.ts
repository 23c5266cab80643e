import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { launch, onShift, picture } from './browser'
import { allShow, desk, visitor } from './talk'

describe('two devices of one agent', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launch()
  })
  afterAll(() => browser.close())

  it('show the same conversation, answer it from either side and forget the same unread messages', async () => {
    const agent = await onShift(browser)
    const [office, phone] = [await desk(browser, agent), await desk(browser, agent)]
    await office.online()
    const customer = await visitor(browser)
    const mark = `同步${Date.now()}`
    await customer.askForPerson(`${mark}-1 座位能换到同一排吗？`)

    const conversation = await office.accept()
    await customer.served()
    await phone.row(conversation).waitFor()
    await office.leave()
    await phone.leave()

    await customer.write(`${mark}-2 我们一共三个人`)
    for (const device of [office, phone]) await device.unread(conversation, 1)
    await picture(office.page, 'desk-two-devices-unread')
    await phone.read(conversation)
    for (const device of [phone, office]) await device.unread(conversation, 0)

    await phone.write(`${mark}-3 可以，我帮您查一下`)
    await office.read(conversation)
    await office.write(`${mark}-4 已经换到八排`)
    await customer.write(`${mark}-5 谢谢`)
    const inStep = (texts: string[]) => texts.map((text) => text.slice(mark.length, mark.length + 2)).join('') === '-1-2-3-4-5'
    await allShow([office, phone, customer], mark, inStep, 'both devices and the customer show all five, once and in order')
    await picture(office.page, 'desk-two-devices')
    await picture(phone.page, 'desk-two-devices-other')
    await office.complete()
    await phone.page.getByTestId('composer').waitFor({ state: 'detached' })
  })
})
