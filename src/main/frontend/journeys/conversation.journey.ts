import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { base, eventually, launch, onShift, person, picture, signIn } from './browser'

describe('a conversation', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launch()
  })
  afterAll(() => browser.close())

  it('goes from the widget over the handoff to an agent and ends with a rating', async () => {
    const { page: desk } = await person(browser)
    await signIn(desk, await onShift(browser), '/desk/chat')
    await eventually(async () => (await desk.getByTestId('presence').getAttribute('data-connected')) === 'true', 'the desk is connected')
    await desk.getByTestId('presence').click()
    await desk.getByTestId('presence-ONLINE').click()
    await eventually(async () => (await desk.getByTestId('presence').getAttribute('data-state')) === 'ONLINE', 'the agent is online')

    const { page: site } = await person(browser)
    await site.goto(`${base}/widget/demo.html?tenant=acme`)
    await site.getByRole('button', { name: /打开在线客服/ }).click()
    const question = '演唱会改期了，怎么退票？'
    await site.getByLabel('输入消息').fill(question)
    await site.getByLabel('输入消息').press('Enter')
    await site.getByText(question).first().waitFor()
    await site.getByRole('button', { name: '转人工' }).click()
    await site.getByRole('button', { name: '开始排队' }).click()

    await desk.getByTestId('offer').first().waitFor({ timeout: 30_000 })
    await picture(desk, 'desk-offer')
    await desk.getByTestId('offer-accept').first().click()
    await site.getByText(/已接入/).first().waitFor()

    const conversation = desk.getByTestId('conversation').first()
    await conversation.click()
    await desk.getByText(question).first().waitFor()
    const answer = '您好，可以全额退票，我马上为您办理。'
    const composer = desk.getByTestId('composer')
    await ((await composer.locator('textarea').count()) > 0 ? composer.locator('textarea') : composer).fill(answer)
    await desk.keyboard.press('Enter')
    await site.getByText(answer).first().waitFor()
    const thanks = '太好了，谢谢！'
    await site.getByLabel('输入消息').fill(thanks)
    await site.getByLabel('输入消息').press('Enter')
    await desk.getByText(thanks).first().waitFor()
    await picture(desk, 'desk-chat')
    await picture(site, 'widget')

    await site.reload()
    await site.getByRole('button', { name: /打开在线客服/ }).click()
    await eventually(async () => (await site.getByText(thanks).count()) === 1, 'a reload shows each message once')

    await desk.getByTestId('complete').click()
    await desk.getByRole('dialog').getByRole('button').last().click()
    await site.getByText('您对本次服务满意吗').first().waitFor()
    await site.getByLabel('5 星').check({ force: true })
    await site.getByRole('button', { name: '提交评价' }).click()
    await site.getByText('感谢您的评价').first().waitFor()
    await picture(site, 'widget-rating')
  })

  it('becomes a ticket when nobody is on duty', async () => {
    const { page: site } = await person(browser, 'en')
    await site.goto(`${base}/widget/demo.html?tenant=globex`)
    await site.getByRole('button', { name: /Open customer service chat/ }).click()
    await site.getByLabel('Your message').fill('Is anybody there?')
    await site.getByLabel('Your message').press('Enter')
    await site.getByRole('button', { name: 'Talk to a person' }).click()
    await site.getByRole('button', { name: 'Join the queue' }).click()
    await site.getByText(/Ticket T-\d{8}-\d{6}/).first().waitFor({ timeout: 30_000 })
    await site.getByRole('button', { name: 'Send contact data' }).click()
    await site.getByText('Please give a phone number or an e-mail address').waitFor()
    await site.getByLabel('Phone').fill('+65 6123 4567')
    await picture(site, 'widget-ticket')
    await site.getByRole('button', { name: 'Send contact data' }).click()
    await site.getByText('We have your contact data and will be in touch.').waitFor()
  })

  it('ends every session with one log-out', async () => {
    const { page } = await person(browser)
    await signIn(page, 'acme.admin', '/desk/')
    await page.goto(`${base}/camunda/app/cockpit/default/`)
    await page.getByText('Baton').first().waitFor()
    await page.goto(`${base}/desk/`)
    await page.getByTestId('account').click()
    await page.getByTestId('logout').click()
    await page.waitForSelector('#username')
    await page.goto(`${base}/camunda/app/cockpit/default/`)
    await page.waitForSelector('#username')
  })
})
