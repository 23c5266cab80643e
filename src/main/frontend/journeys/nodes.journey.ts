import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { eventually, launch, onShift, picture } from './browser'
import { allShow, desk, visitor } from './talk'

/** BATON_URL is the balancer; `POST <BATON_NODES_CONTROL>/<node>/kill` ends the process of that node with SIGKILL and answers 204. */
const control = process.env.BATON_NODES_CONTROL!

async function kill(node: string): Promise<void> {
  const answer = await fetch(`${control}/${encodeURIComponent(node)}/kill`, { method: 'POST' })
  expect(answer.status, `the node ${node} is killed`).toBe(204)
}

describe('a node that is killed under an open chat', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launch()
  })
  afterAll(() => browser.close())

  it('takes no message with it, and the chat goes on at the other node', async () => {
    const office = await desk(browser, await onShift(browser))
    await office.online()
    const customer = await visitor(browser)
    const mark = `节点${Date.now()}`
    await customer.askForPerson(`${mark}-1 请帮我改签`)
    await office.accept()
    await customer.served()
    await office.write(`${mark}-2 请告诉我订单号`)
    await allShow([office, customer], mark, (texts) => texts.length === 2, 'both see the beginning')

    const killed = office.node
    const killing = kill(killed)
    await customer.write(`${mark}-3 订单号是`)
    await office.write(`${mark}-a 我在`)
    await customer.write(`${mark}-4 八八六六`)
    await office.write(`${mark}-b 收到`)
    await killing
    await picture(office.page, 'desk-node-killed')
    await office.connected(60)
    await eventually(async () => office.node !== killed, 'the desk is at the other node', 60)
    await customer.write(`${mark}-5 还在吗`)
    await office.write(`${mark}-c 一直在`)

    const complete = (texts: string[]) => {
      const tails = texts.map((text) => text.slice(mark.length + 1, mark.length + 2))
      const of = (kind: RegExp) => tails.filter((tail) => kind.test(tail)).join('')
      return tails.length === 8 && of(/\d/) === '12345' && of(/[abc]/) === 'abc'
    }
    await allShow([office, customer], mark, complete, 'both see all eight, once and in the same order', 90)
    await customer.page.reload()
    await customer.open()
    await allShow([office, customer], mark, complete, 'a reload shows the same')
    await picture(office.page, 'desk-node-survived')
    await office.complete()
  }, 300_000)
})
