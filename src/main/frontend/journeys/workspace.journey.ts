import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { base, eventually, launch, picture, signOut } from './browser'
import { Guest } from './guest'
import { desk, type Desk } from './talk'

/** On duty around the clock, with seats for six; the test that starts these journeys has planned the shifts. */
const AGENT = 'gx001'
const TENANT = 'globex'

/** A square of one colour. */
const PNG = Uint8Array.from(
  Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAoAAAAKCAIAAAACUFjqAAAAEklEQVR42mPgy6rDgxhGpbEhAAdkYBlCpqz0AAAAAElFTkSuQmCC', 'base64'),
)

describe('the chat workspace', () => {
  let browser: Browser
  let office: Desk
  let page: Page
  beforeAll(async () => {
    browser = await launch()
    office = await desk(browser, AGENT)
    page = office.page
    await office.online()
  })
  afterEach(() => page.goto(`${base}/desk/chat`))
  afterAll(async () => {
    await signOut(page)
    await browser.close()
  })

  const press = (key: string) => page.keyboard.press(key)
  const focused = (part: Locator) => part.evaluate((element) => element === document.activeElement)
  const opened = (guest: Guest) => page.waitForURL((url) => url.pathname.endsWith(guest.conversation))
  const heard = async (guest: Guest, text: string) =>
    eventually(async () => (await guest.messages()).some((it) => it.senderType === 'AGENT' && it.body === text), `${guest.name} hears ${text}`)

  /** Somebody asks for a person and is served, all by keys. */
  async function serve(name: string, question: string): Promise<Guest> {
    const guest = await Guest.arrive(name, TENANT)
    await guest.write(question)
    await guest.askForPerson(question)
    await office.offer()
    await press('Alt+y')
    await opened(guest)
    await page.getByText(question).first().waitFor()
    await eventually(() => focused(page.getByTestId('composer')), 'the field has the focus')
    return guest
  }

  /** Goes on with Tab until the part has the focus, and presses it. */
  async function tabTo(part: Locator): Promise<void> {
    for (let i = 0; i < 40 && !(await focused(part)); i++) await press('Tab')
    expect(await focused(part)).toBe(true)
    await press('Enter')
  }

  async function complete(guest: Guest): Promise<void> {
    await press('Alt+e')
    await eventually(() => focused(page.getByTestId('close-solved').locator('input')), 'the first reason has the focus')
    await tabTo(page.getByRole('dialog').getByRole('button').last())
    await eventually(async () => !(await page.getByTestId('composer').isVisible()), `the conversation with ${guest.name} is closed`)
  }

  it('lets an agent serve five customers by keyboard alone', { timeout: 240_000 }, async () => {
    const mark = `键盘${Date.now()}`
    const guests: Guest[] = []
    for (const name of ['甲', '乙', '丙', '丁', '戊']) {
      guests.push(await serve(`${mark}${name}`, `${mark} ${name} 请问几点开场？`))
      await page.keyboard.type('您好，晚上七点半。')
      await press('Enter')
      await heard(guests.at(-1)!, '您好，晚上七点半。')
    }

    const asked = guests.slice(0, 4)
    for (const guest of asked) await guest.write(`${mark} 可以提前入场吗？`)
    for (const guest of asked) await office.unread(guest.conversation, 1)
    await picture(page, 'desk-five')
    for (let i = 0; i < asked.length; i++) {
      await press('Alt+u')
      await eventually(async () => (await page.getByTestId('message').filter({ hasText: '可以提前入场吗' }).count()) > 0, 'the next one with something unread')
      await page.keyboard.type('可以，六点半开门。')
      await press('Enter')
      await eventually(async () => (await page.locator('[data-delivery="unsent"]').count()) === 0, 'the answer is stored')
    }
    for (const guest of asked) {
      await heard(guest, '可以，六点半开门。')
      await office.unread(guest.conversation, 0)
    }

    await press('Escape')
    await page.evaluate(() => (document.activeElement as HTMLElement).blur())
    await press('?')
    await page.getByTestId('shortcuts-chat').waitFor()
    await picture(page, 'desk-shortcuts')
    await press('Escape')
    await page.getByTestId('shortcuts-chat').waitFor({ state: 'hidden' })
    for (let i = 0; i < guests.length; i++) {
      await press('Alt+1')
      const guest = await eventually(async () => guests.find((one) => page.url().endsWith(one.conversation)), 'the first of the list is open')
      await page.getByTestId('composer').waitFor()
      await complete(guest)
      await office.row(guest.conversation).waitFor({ state: 'detached' })
    }
  })

  it('keeps a sentence over a reload, the same in two tabs, until one sends it', async () => {
    const guest = await serve('草稿', `草稿${Date.now()}`)
    await page.keyboard.type('请稍等，我正在')
    await page.reload()
    const field = page.getByTestId('composer')
    await eventually(async () => (await field.inputValue()) === '请稍等，我正在', 'the sentence is still there')

    const second = await page.context().newPage()
    await second.goto(page.url())
    await eventually(async () => (await second.getByTestId('composer').inputValue()) === '请稍等，我正在', 'the other tab has it too')
    await second.getByTestId('composer').press('End')
    await second.keyboard.type('查询')
    await eventually(async () => (await field.inputValue()) === '请稍等，我正在查询', 'what the other tab wrote is here')
    await second.keyboard.press('Enter')
    await heard(guest, '请稍等，我正在查询')
    await eventually(async () => (await field.inputValue()) === '', 'nothing is left to send twice')
    await second.close()
    await complete(guest)
  })

  it('carries files both ways and refuses what is none', { timeout: 180_000 }, async () => {
    const guest = await serve('附件', `附件${Date.now()}`)
    await guest.sendFile('座位.png', 'image/png', PNG)
    const thumbnail = page.getByTestId('picture').locator('img')
    await eventually(() => thumbnail.evaluate((image) => (image as HTMLImageElement).naturalWidth > 0), 'the picture is shown')
    await page.getByTestId('picture').press('Enter')
    await eventually(() => page.getByTestId('picture-large').locator('img').evaluate((image) => (image as HTMLImageElement).naturalWidth === 10), 'the picture is large')
    await press('Escape')
    await page.getByTestId('picture-large').waitFor({ state: 'detached' })

    const words = Buffer.from('座位：看台 B 区 12 排 7、8 座')
    await page.getByTestId('files').setInputFiles({ name: '座位.txt', mimeType: 'text/plain', buffer: words })
    await page.getByTestId('staged').waitFor()
    await page.getByTestId('composer').fill('请看附件')
    await press('Enter')
    await heard(guest, '请看附件')
    const note = await eventually(async () => {
      const all = await guest.messages()
      return all.find((it) => it.senderType === 'AGENT' && it.contentType === 'application/vnd.baton.file+json')
    }, 'the file has arrived')
    const { fileId, name } = JSON.parse(note.body) as { fileId: string; name: string }
    expect(name).toBe('座位.txt')
    expect(Buffer.from(await guest.file(fileId)).equals(words)).toBe(true)
    await page.getByTestId('file').waitFor()
    await picture(page, 'desk-files')

    await page.getByTestId('files').setInputFiles({ name: '假的.png', mimeType: 'image/png', buffer: Buffer.from('this is no picture') })
    await press('Enter')
    await page.locator('[data-testid="upload"][data-state="refused"]').waitFor()
    await page.getByTestId('upload').getByRole('button', { name: '丢弃' }).press('Enter')
    await page.getByTestId('upload').waitFor({ state: 'detached' })

    const huge = join(mkdtempSync(join(tmpdir(), 'baton-')), '巨大.zip')
    writeFileSync(huge, Buffer.alloc(50 * 1024 * 1024))
    await page.getByTestId('files').setInputFiles(huge)
    await page.getByTestId('refused').filter({ hasText: '文件超过 5 MB' }).waitFor()
    await page.getByTestId('composer').focus()
    await complete(guest)
  })
})
