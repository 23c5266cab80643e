import { readFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { base, eventually, launch, person, picture, signIn } from './browser'

const PHONE = { width: 360, height: 740 }

describe('the calendar of the company', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launch()
  })
  afterAll(() => browser.close())

  it('knows holidays, days off and days worked in exchange', async () => {
    const { page } = await person(browser)
    await signIn(page, 'acme.admin', '/desk/calendar')
    await page.getByTestId('year-grid').waitFor()
    await to2026(page)
    const kindOf = (date: string) => page.locator(`[data-date="${date}"]`).getAttribute('data-kind')
    expect(await kindOf('2026-10-01')).toBe('STATUTORY_HOLIDAY')
    expect(await kindOf('2026-10-05')).toBe('DAY_OFF')
    expect(await kindOf('2026-10-10')).toBe('ADJUSTED_WORKDAY')
    await picture(page, 'desk-calendar')

    await page.goto(`${base}/desk/rota?view=day&date=2026-10-10`)
    expect(await page.getByTestId('special-day').textContent()).toContain('调休上班 · 国庆节')
    await page.goto(`${base}/desk/rota?view=1&date=2026-10-01`)
    const head = (date: string) => page.locator(`[data-testid="board-day"][data-date="${date}"]`)
    await head('2026-10-01').locator('[data-kind="STATUTORY_HOLIDAY"]').waitFor()
    expect(await head('2026-10-01').textContent()).toContain('国庆节')
    expect(await page.getByTestId('unknown-years').count()).toBe(0)
    await page.goto(`${base}/desk/rota?view=1&date=2027-01-01`)
    expect(await page.getByTestId('unknown-years').textContent()).toContain('2027 年的放假安排尚未公布')
    await picture(page, 'desk-rota-unknown')
  })

  it('is imported after its changes were seen, and corrected by hand', async () => {
    const { page } = await person(browser)
    await signIn(page, 'globex.admin', '/desk/calendar')
    await page.getByTestId('year-grid').waitFor()
    await to2026(page)
    await page.getByRole('button', { name: '下一期' }).click()
    await page.getByTestId('year-unknown').waitFor()
    await page.getByTestId('notice-open').click()
    await pick(page, '放假.json', 'application/json', notice([['元旦', '2027-01-01', true], ['公司日', '2027-05-20', true], ['坏', '2027-02-30', true]]))
    expect(await page.getByTestId('mistake').textContent()).toContain('第 3 项')
    await pick(page, '放假.json', 'application/json', notice([['元旦', '2027-01-01', true], ['公司日', '2027-05-20', true]]))
    await page.getByTestId('notice-sum').waitFor()
    expect(await page.getByTestId('notice-day').count()).toBe(2)
    await picture(page, 'desk-calendar-import')
    await page.getByTestId('notice-take').click()
    await page.locator('[data-date="2027-05-20"][data-kind="DAY_OFF"]').click()
    await page.getByTestId('day-remove').click()
    await page.locator('[data-date="2027-05-20"][data-kind="WORKDAY"]').waitFor()
    expect(await page.getByTestId('year-unknown').count()).toBe(0)
  })

  it('is exported as a table and comes back with what was cleared', async () => {
    const { page } = await person(browser)
    await signIn(page, 'vip.manager', '/desk/rota')
    await page.getByTestId('board-row').first().waitFor()
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByTestId('export-csv').click()])
    const table = await readFile(await download.path(), 'utf8')
    expect(table).toContain('工号,姓名,')

    await page.getByTestId('plan-import').click()
    await pick(page, 'rota.csv', 'text/csv', table)
    expect(await page.getByTestId('import-sum').textContent()).toContain('新增 0 个班次')
    await pick(page, 'rota.csv', 'text/csv', table.replace(/early|late|night/, 'dance'))
    expect(await page.getByTestId('mistake').first().textContent()).toContain('没有该班次')
    await picture(page, 'desk-rota-import')
  })

  it('is in the pocket of an agent, and in the own calendar until it is revoked', async () => {
    const { page } = await person(browser)
    await page.setViewportSize(PHONE)
    await signIn(page, 'kf017', '/desk/rota')
    await page.getByTestId('tab-month').click()
    await page.getByTestId('shift').first().waitFor()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width)
    await picture(page, 'desk-my-rota-month')

    await page.getByTestId('feed-create').click()
    const address = await page.getByTestId('feed-address').inputValue()
    await page.getByTestId('feed-address').scrollIntoViewIfNeeded()
    await picture(page, 'desk-my-rota-feed')
    const path = base + new URL(address).pathname
    const feed = await fetch(path)
    expect([feed.status, feed.headers.get('content-type')]).toEqual([200, 'text/calendar;charset=UTF-8'])
    expect(await feed.text()).toContain('BEGIN:VEVENT')
    await page.getByTestId('feed-revoke').click()
    await eventually(async () => (await fetch(path)).status === 404, 'the feed is gone')
  })
})

/** The year of the notices that are known, whatever year it is when this is played. */
async function to2026(page: Page): Promise<void> {
  for (let year = new Date().getFullYear(); year > 2026; year--) await page.getByRole('button', { name: '上一期' }).click()
  await page.locator('[data-date="2026-10-01"]').waitFor()
}

function notice(days: [string, string, boolean][]): string {
  return JSON.stringify({ year: 2027, days: days.map(([name, date, isOffDay]) => ({ name, date, isOffDay })) })
}

async function pick(page: Page, name: string, mimeType: string, text: string): Promise<void> {
  await page.getByTestId('file').setInputFiles({ name, mimeType, buffer: Buffer.from(text) })
}
