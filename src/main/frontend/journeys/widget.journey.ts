import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { base, eventually, launch, onShift, person, picture } from './browser'
import { elsewhere } from './elsewhere'
import { desk, type Desk } from './talk'

const ZH = {
  open: /打开在线客服/, name: '怎么称呼您', contact: /手机或邮箱/, topic: '购票咨询', start: '开始咨询', field: '输入消息', person: '转人工', queue: '开始排队',
  served: /正在为您服务/, attach: '发送图片或文件', more: '更多操作', transcript: '下载会话记录（文本）', missing: '请填写您的称呼', big: '未发送：文件太大', end: '结束会话',
}
const EN: typeof ZH = {
  open: /Open customer service chat/, name: 'Your name', contact: /Phone or e-mail/, topic: 'Buying tickets', start: 'Start the chat', field: 'Your message', person: 'Talk to a person', queue: 'Join the queue',
  served: /is helping you/, attach: 'Send a picture or file', more: 'More', transcript: 'Download as text', missing: 'Please give your name', big: 'Not sent: the file is too large', end: 'End chat',
}

/** What the browser complains about. */
function complaints(page: Page): string[] {
  const heard: string[] = []
  page.on('console', (message) => message.type() === 'error' && heard.push(`${message.text()} ${message.location().url}`))
  page.on('pageerror', (error) => heard.push(String(error)))
  return heard
}

async function write(page: Page, words: typeof ZH, text: string): Promise<void> {
  await page.getByLabel(words.field).fill(text)
  await page.getByLabel(words.field).press('Enter')
}

const times = (page: Page, text: string) => page.locator('.line').filter({ hasText: text }).count()

describe('the widget', () => {
  let browser: Browser
  let agent: Desk
  beforeAll(async () => {
    browser = await launch()
    agent = await desk(browser, await onShift(browser))
    await agent.online()
  }, 90_000)
  afterAll(() => browser.close())

  it.each([['zh-CN', ZH], ['en', EN]] as const)('leads in %s from the form over the chat and a file to the transcript', async (language, words) => {
    const { page } = await person(browser, language)
    const heard = complaints(page)
    await page.goto(`${base}/widget/demo.html?tenant=acme&lang=${language}&form=name,contact?,topic`)
    await page.getByRole('button', { name: words.open }).click()
    await page.getByRole('button', { name: words.start }).click()
    await page.getByText(words.missing).waitFor()
    await page.getByLabel(words.name).fill(`Lin ${language}`)
    await page.getByLabel(words.contact).fill('lin@example.cn')
    await page.getByRole('button', { name: words.topic }).click()
    await picture(page, `widget-form-${language}`)
    await page.getByRole('button', { name: words.start }).click()

    const question = `?? ${language} <b>${Date.now()}</b>`
    await write(page, words, question)
    await page.getByText(question).waitFor()
    const name = `发票-${language}.png`
    await page.locator('input[type=file]').first().setInputFiles([
      { name, mimeType: 'image/png', buffer: await page.screenshot({ clip: { x: 0, y: 0, width: 320, height: 200 } }) },
      { name: 'film.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(6 * 1024 * 1024) },
    ])
    await page.getByText(words.big).waitFor()
    await page.locator('.line:not(.failed) canvas').waitFor()
    await page.getByRole('button', { name: words.person }).click()
    await page.getByRole('button', { name: words.queue }).click()
    const conversation = await agent.accept()
    await page.getByText(words.served).first().waitFor()
    await agent.read(conversation)
    await agent.page.getByRole('button', { name }).first().waitFor()
    await agent.write(`answer ${language}`)
    await page.getByText(`answer ${language}`).waitFor()

    await page.reload()
    await page.getByRole('button', { name: words.open }).click()
    await page.getByText(words.served).first().waitFor()
    await eventually(async () => (await times(page, question)) === 1 && (await times(page, name)) === 1 && (await times(page, `answer ${language}`)) === 1, 'a reload shows each message once')
    await write(page, words, `after the reload ${language}`)
    await agent.page.getByText(`after the reload ${language}`).first().waitFor()
    await page.locator('canvas').waitFor()
    await picture(page, `widget-file-${language}`)

    await page.getByRole('button', { name: words.more, exact: true }).click()
    await picture(page, `widget-menu-${language}`)
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: words.transcript }).click()])
    const transcript = readFileSync(await file.path(), 'utf8')
    for (const said of [question, name, `answer ${language}`, `after the reload ${language}`, `Lin ${language}`]) expect(transcript).toContain(said)
    await page.getByRole('button', { name: words.more, exact: true }).click()
    await expect(page.getByRole('button', { name: words.end }).count()).resolves.toBe(1)
    await agent.complete()
    await page.locator('.rating').waitFor()
    expect(heard).toEqual([])
  })

  it.each([['zh-CN', ZH, 'light'], ['en', EN, 'dark']] as const)('fills a phone of 360 by 740 in %s', async (language, words, colorScheme) => {
    const context = await browser.newContext({ viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true, colorScheme, locale: language })
    const page = await context.newPage()
    const heard = complaints(page)
    await page.goto(`${base}/widget/demo.html?tenant=globex&lang=${language}`)
    await page.getByRole('button', { name: words.open }).tap()
    await picture(page, `widget-phone-${language}-${colorScheme}`)
    const panel = page.getByRole('dialog')
    await eventually(async () => {
      const box = await panel.boundingBox()
      return box?.x === 0 && box.y === 0 && box.width === 360 && box.height === 740
    }, 'the chat fills the screen')
    expect(await panel.getAttribute('aria-modal')).toBe('true')
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
    await write(page, words, '🙂'.repeat(300))
    await page.locator('.delivery').waitFor()
    expect(await panel.evaluate((box) => [...box.querySelectorAll('*')].filter((one) => one.getBoundingClientRect().right > 360.5).length)).toBe(0)
    for (let i = 0; i < 12; i++) await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BATON-WIDGET')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: words.open }).waitFor()
    expect(heard).toEqual([])
    await context.close()
  })

  it('works on a page with a strict policy and careless styles', async () => {
    const { site, close } = await elsewhere()
    const { page, context } = await person(browser, 'en')
    const heard = complaints(page)
    await page.goto(`${site}/en`)
    await page.getByLabel(EN.field).waitFor()
    await write(page, EN, 'from elsewhere')
    await page.locator('.delivery[title="Sent"]').waitFor()
    const style = await page.getByRole('dialog').evaluate((box) => ({ ...getComputedStyle(box.querySelector('.bubble')!), panel: box.getBoundingClientRect().width }))
    expect(style).toMatchObject({ panel: 384, fontSize: '14px', letterSpacing: 'normal', opacity: '1' })
    await page.locator('input[type=file]').first().setInputFiles({ name: 'a.png', mimeType: 'image/png', buffer: await page.screenshot() })
    await page.locator('canvas').waitFor()
    await eventually(async () => (await page.locator('.delivery[title="Sent"]').count()) === 2, 'the file is sent')
    await page.getByRole('button', { name: 'More' }).click()
    await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: EN.transcript }).click()])
    await picture(page, 'widget-elsewhere')
    expect(await page.evaluate(() => (window as unknown as { refused: string[] }).refused)).toEqual([])
    expect(heard).toEqual([])
    await context.close()
    await close()
  })

  it('comes as a small script that browsers keep for a while', async () => {
    const script = await fetch(`${base}/widget/baton-widget.js`, { headers: { 'Accept-Encoding': 'gzip' } })
    expect(script.headers.get('Cache-Control')).toBe('max-age=3600, public, stale-while-revalidate=86400')
    expect(script.headers.get('Content-Encoding')).toBe('gzip')
    expect(script.headers.get('Content-Type')).toContain('text/javascript')
  })

  it('is a page of its own behind a plain link, and says so where there is nobody', async () => {
    const { page, context } = await person(browser)
    const heard = complaints(page)
    await page.goto(`${base}/widget/chat.html?tenant=acme&lang=en`)
    await page.getByLabel(EN.field).waitFor()
    expect(await page.title()).toBe('Acme Tickets support')
    await picture(page, 'widget-whole')
    expect(heard).toEqual([])
    await page.goto(`${base}/widget/chat.html?tenant=initech`)
    await page.getByText('这里没有在线客服').waitFor()
    await context.close()
  })
})
