import type { Browser, Page } from 'playwright-core'
import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { base, eventually, launch, onShift, person, picture, signIn, signOut } from './browser'
import { desk, visitor } from './talk'

/** Everything that the console of a page complains about from now on. */
function complaints(page: Page): string[] {
  const told: string[] = []
  page.on('console', (message) => message.type() === 'error' && told.push(message.text()))
  page.on('pageerror', (error) => told.push(error.message))
  return told
}

/** What is downloaded by pressing a button or a link. */
async function downloaded(page: Page, testid: string): Promise<{ name: string; text: string }> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByTestId(testid).click()])
  return { name: download.suggestedFilename(), text: await readFile((await download.path())!, 'utf8') }
}

const PAGES = ['/desk/quick-replies', '/desk/history', '/desk/notices', '/desk/requests']

describe('what was said and what is said often', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launch()
  })
  afterAll(() => browser.close())

  it('is found again by a Chinese phrase, read in its place and exported', { timeout: 240_000 }, async () => {
    const mark = String(Date.now()).slice(-6)
    const phrase = `请把票面姓名改成王小${mark}`
    const office = await desk(browser, await onShift(browser))
    await office.online()
    const customer = await visitor(browser)
    await customer.askForPerson('您好，我有一张演唱会的票')
    const conversation = await office.accept()
    await customer.served()
    for (let i = 1; i <= 12; i++) await customer.write(`第 ${i} 条 ${mark}`)
    await customer.write(phrase)
    await office.page.getByText(phrase).first().waitFor()
    await office.write(`好的 ${mark}，已为您修改。`)
    await customer.page.getByText(`好的 ${mark}`).first().waitFor()
    await office.complete()
    await signOut(office.page)

    const { page } = await person(browser)
    const complained = complaints(page)
    await signIn(page, 'acme.admin', '/desk/history')
    await page.getByTestId('found').first().waitFor()
    await page.keyboard.press('/')
    await page.keyboard.type(`票面姓名改成王小${mark}`)
    const row = page.locator(`[data-testid="found"][data-conversation="${conversation}"]`)
    await eventually(async () => {
      await page.keyboard.press('Enter')
      if (await row.count()) return true
      await page.reload()
      await page.getByTestId('history-search').waitFor()
      return false
    }, 'the phrase is found', 30)
    await eventually(async () => (await page.getByTestId('found').count()) === 1, 'nothing else is found')
    expect(await row.locator('mark').allInnerTexts()).toEqual([`票面姓名改成王小${mark}`])
    await picture(page, 'desk-history')

    await row.click()
    const place = page.getByTestId('window').locator('[aria-current="true"]')
    await place.getByText(phrase).waitFor()
    expect(page.url()).toMatch(new RegExp(`/desk/history/${conversation}\\?.*seq=\\d+`))
    await page.getByTestId('window').getByText('会话开始').waitFor()
    expect(await page.getByTestId('window').locator('textarea').count()).toBe(0)
    await page.reload()
    await place.getByText(phrase).waitFor()
    await picture(page, 'desk-history-context')
    await page.goBack()
    await page.getByTestId('talk').waitFor({ state: 'detached' })
    await row.waitFor()

    await page.getByTestId('history-export').click()
    await page.getByTestId('tab-json').click()
    const json = await downloaded(page, 'export-go')
    expect(json.name).toMatch(/^conversations-.*\.json$/)
    expect(JSON.parse(json.text)).toMatchObject([{ id: conversation, state: 'CLOSED' }])
    await page.getByTestId('history-export').click()
    await page.getByTestId('tab-csv').click()
    const csv = await downloaded(page, 'export-go')
    const lines = csv.text.trim().split('\r\n')
    expect(lines).toHaveLength(2)
    expect(lines[0]).toContain('编号')
    expect(lines[1]).toContain(JSON.parse(json.text)[0].number)
    expect(csv.text).not.toContain(phrase)
    expect(complained).toEqual([])
  })

  it('is shared by a manager and seen by the agents of the department', { timeout: 180_000 }, async () => {
    const mark = String(Date.now()).slice(-6)
    const { page } = await person(browser)
    const complained = complaints(page)
    await signIn(page, 'ticketing.manager', '/desk/quick-replies')
    await page.getByTestId('reply-new').click()
    await page.getByTestId('reply-scope').click()
    await page.getByRole('option', { name: '部门', exact: true }).click()
    await page.getByTestId('reply-title').fill(`改期说明 ${mark}`)
    await page.getByTestId('reply-shortcut').fill(`gq${mark}`)
    await page.getByTestId('reply-body').fill('您好，')
    await page.getByTestId('place-customer.name').click()
    await page.getByTestId('reply-preview').getByText('您好，李女士').waitFor()
    await picture(page, 'desk-quick-reply')
    await page.getByTestId('reply-save').click()
    await page.getByText(`改期说明 ${mark}`).first().waitFor()

    await page.getByTestId('reply-import').click()
    await page.getByTestId('file').setInputFiles({ name: 'wrong.csv', mimeType: 'text/csv', buffer: Buffer.from('分类,标题,快捷码,内容\n售后,,两 词,\n') })
    await page.getByTestId('mistake').first().waitFor()
    expect(await page.getByTestId('mistake').allInnerTexts()).toHaveLength(3)
    await picture(page, 'desk-quick-reply-mistakes')
    await page.getByTestId('file').setInputFiles({ name: 'right.csv', mimeType: 'text/csv', buffer: Buffer.from(`分类,标题,快捷码,内容\n售后,个人备注 ${mark},,请稍等\n`) })
    await page.getByTestId('import-sum').waitFor()
    await page.getByTestId('import-go').click()
    await page.getByText(`个人备注 ${mark}`).first().waitFor()
    await page.getByTestId('reply-export').click()
    const file = await downloaded(page, 'export-DEPARTMENT-csv')
    expect(file.text).toContain(`改期说明 ${mark},gq${mark},您好，{{customer.name}}`)
    expect(file.text).not.toContain(`个人备注 ${mark}`)
    // The file with mistakes was refused, which a browser writes down by itself.
    expect(complained.filter((complaint) => !complaint.includes('422'))).toEqual([])

    const { page: agent } = await person(browser)
    await signIn(agent, 'kf001', '/desk/quick-replies')
    await agent.getByTestId('reply-search').fill(mark)
    const seen = agent.getByTestId('reply')
    await eventually(async () => (await seen.count()) === 1, 'the agent sees what is shared and nothing else')
    expect(await seen.innerText()).toContain(`改期说明 ${mark}`)
    expect(await agent.getByTestId('reply-remove').count()).toBe(0)
  })

  it.each(['zh-CN', 'en'])('has no page that complains in %s', { timeout: 120_000 }, async (locale) => {
    const { page } = await person(browser, locale)
    await signIn(page, 'kf002', '/desk/')
    const complained = complaints(page)
    for (const path of PAGES) {
      await page.goto(base + path)
      await page.locator('h1').first().waitFor()
      await page.waitForLoadState('networkidle')
      await picture(page, `desk-${path.split('/').at(-1)}-${locale}`)
      expect([path, complained]).toEqual([path, []])
    }
    await page.setViewportSize({ width: 360, height: 740 })
    await page.goto(`${base}/desk/requests`)
    await page.locator('h1').first().waitFor()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  })
})
