import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { base, eventually, launch, onShift, picture } from './browser'
import { Cable } from './cable'
import { allShow, desk, visitor } from './talk'

/** Long enough for several attempts to come back in vain; a minute in a thorough run. */
const OFF_SECONDS = Number(process.env.BATON_OFF_SECONDS ?? 20)

describe('a customer without a network', () => {
  let browser: Browser
  let cable: Cable
  beforeAll(async () => {
    browser = await launch()
    cable = await Cable.to(base)
  })
  afterAll(async () => {
    await browser.close()
    await cable.cut()
  })

  it('misses nothing and loses nothing, nor does the agent', async () => {
    const office = await desk(browser, await onShift(browser))
    await office.online()
    const customer = await visitor(browser, cable.url)
    const mark = `断网${Date.now()}`
    await customer.askForPerson(`${mark}-1 地铁里信号不好`)
    await office.accept()
    await customer.served()
    await office.write(`${mark}-2 没关系，您慢慢说`)
    await allShow([office, customer], mark, (texts) => texts.length === 2, 'both see the beginning')

    await cable.cut()
    const back = Date.now() + OFF_SECONDS * 1000
    await customer.write(`${mark}-客户甲`)
    await customer.write(`${mark}-客户乙`)
    await office.write(`${mark}-客服甲`)
    await office.write(`${mark}-客服乙`)
    await customer.page.getByText('连接中断，正在重新连接').waitFor()
    expect(await customer.unsent()).toBe(2)
    await picture(customer.page, 'widget-network-off')
    await new Promise((resolve) => setTimeout(resolve, back - Date.now()))
    await cable.mend()

    const complete = (texts: string[]) => {
      const tails = texts.map((text) => text.slice(mark.length + 1, mark.length + 4).trim())
      const of = (who: string) => tails.filter((tail) => tail.startsWith(who)).join()
      return texts.length === 6 && of('客户') === '客户甲,客户乙' && of('客服') === '客服甲,客服乙'
    }
    await allShow([office, customer], mark, complete, 'both see all six, once and in the same order')
    await eventually(async () => (await customer.unsent()) === 0, 'nothing is left unsent')
    await customer.page.getByText('连接中断，正在重新连接').waitFor({ state: 'detached' })
    await picture(customer.page, 'widget-network-back')
    await picture(office.page, 'desk-network-back')
    await customer.page.reload()
    await customer.open()
    await allShow([office, customer], mark, complete, 'a reload shows the same')
    await office.complete()
  }, 120_000 + OFF_SECONDS * 1000)
})
