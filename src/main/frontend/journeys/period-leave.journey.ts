import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Board, dayAfter } from './board'
import { eventually, launch, loads, person, picture, signIn, signOut } from './browser'
import { timePasses } from './floor'
import { choose, claim, complete, openTask } from './tasklist'

const AGENT = 'gx001'
/** Those who can do what the agent can; the rules rank them before all others. */
const COLLEAGUES = ['gx002', 'gx003']
const MANAGER = 'globex.manager'
const WEEKS_AHEAD = 6
const note = {
  name: '住院通知书.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n'),
}

describe('a leave of several days', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launch()
  })
  afterAll(() => browser.close())

  async function desk(who: string, path: string, locale?: string): Promise<{ context: BrowserContext; page: Page }> {
    const opened = await person(browser, locale)
    await signIn(opened.page, who, path)
    return opened
  }

  it('is asked for with a note, approved, covered by two colleagues and ended early, and the board follows live', { timeout: 300_000 }, async () => {
    const reason = `家人住院 ${Date.now()}`
    const { page: manager } = await desk(MANAGER, '/desk/rota')
    const [tuesday, wednesday, thursday, friday] = await workedDays(manager)
    const board = new Board(manager)
    await board.open(tuesday)
    const { page: elsewhere } = await desk('globex.admin', '/desk/rota', 'en')
    const watched = new Board(elsewhere)
    await watched.open(tuesday)
    const reloads = loads(elsewhere)

    await board.markPerson(AGENT, tuesday, friday)
    await board.clickShift()
    await board.acceptWarnings()
    await board.done('PLANNED', 4)
    for (const day of [tuesday, wednesday, thursday, friday]) await watched.cellShows(AGENT, day, ['ACTIVE 06:00–14:00'])
    for (const day of [wednesday, thursday]) await watched.misses(day, 0)

    const { page: own } = await desk(AGENT, '/desk/leave')
    await askFor(own, reason, [tuesday, 'AFTERNOON'], [friday, 'MORNING'])
    const detail = own.getByTestId('leave-detail')
    await detail.getByText(note.name).waitFor()
    const state = own.getByTestId('leave-state').last()
    await eventually(async () => /待审批/.test(await state.innerText()), 'the request waits for approval')

    const { page: tasklist } = await desk(MANAGER, '/camunda/app/tasklist/default/')
    await openTask(tasklist, reason)
    await tasklist.getByText(note.name).waitFor()
    await claim(tasklist)
    await tasklist.getByLabel('批准 Approve').check()
    await picture(tasklist, 'tasklist-period-leave')
    await complete(tasklist)

    await eventually(async () => /已批准/.test(await state.innerText()), 'the desk shows the approval')
    await step(detail, 'DECISION', 'DONE')
    await step(detail, 'AWAY', 'NEXT')
    await eventually(async () => /Daniel Lim/.test(await detail.getByTestId('trail').innerText()), 'the trail names the manager')
    await picture(own, 'desk-period-leave')
    await watched.cellShows(AGENT, tuesday, ['ACTIVE 06:00–12:00', 'LEAVE 12:00–14:00'])
    await watched.cellShows(AGENT, wednesday, ['LEAVE 06:00–14:00'])
    await watched.cellShows(AGENT, thursday, ['LEAVE 06:00–14:00'])
    await watched.cellShows(AGENT, friday, ['LEAVE 06:00–12:00', 'ACTIVE 12:00–14:00'])
    for (const day of [wednesday, thursday]) await watched.misses(day, 1)
    await picture(elsewhere, 'desk-rota-leave')

    const colleagues = new Map<string, Page>()
    for (const who of COLLEAGUES) {
      const { page } = await desk(who, '/desk/leave/covers')
      await page.getByText('没有等待您答复的顶班').waitFor()
      colleagues.set(who, page)
    }

    await manager.goto(new URL('/desk/leave/covers', manager.url()).href)
    for (const day of [wednesday, thursday]) await coverOn(manager, day, 'OPEN').waitFor()
    const candidates = coverOn(manager, wednesday).getByTestId('candidate')
    const ranked = await candidates.evaluateAll((rows) => rows.map((row) => row.dataset.agent!))
    const [first, second] = ranked as [string, string]
    expect([first, second].sort()).toEqual(COLLEAGUES)
    await picture(manager, 'desk-covers-open')
    await candidates.first().getByTestId('cover-ask').click()
    await coverOn(manager, wednesday).waitFor({ state: 'detached' })
    await coverOn(manager, thursday, 'OPEN').waitFor()
    await accept(colleagues.get(first)!, wednesday)
    await picture(colleagues.get(first)!, 'desk-cover-accepted')
    await watched.cellShows(first, wednesday, ['ACTIVE 06:00–14:00'])
    await watched.misses(wednesday, 0)
    await watched.misses(thursday, 1)

    await openTask(tasklist, `${thursday.slice(5)} 06:00`)
    await claim(tasklist)
    await tasklist.getByLabel('询问候选人 Ask a candidate').check()
    await choose(tasklist, '候选人', second.toUpperCase())
    await picture(tasklist, 'tasklist-find-cover')
    await complete(tasklist)
    await accept(colleagues.get(second)!, thursday)
    await watched.cellShows(second, thursday, ['ACTIVE 06:00–14:00'])
    await watched.misses(thursday, 0)
    await picture(elsewhere, 'desk-rota-covered')
    await manager.getByTestId('tab-COVERED').click()
    for (const day of [wednesday, thursday]) await coverOn(manager, day, 'COVERED').waitFor()
    await picture(manager, 'desk-covers')

    await timePasses(own.url().split('/').at(-1)!, 'LeaveTimeReached')
    await step(detail, 'AWAY', 'NOW')
    await detail.getByTestId('leave-return').click()
    const back = own.getByRole('dialog', { name: '提前销假' })
    const from = back.locator('input').first()
    await from.fill(thursday)
    await from.press('Enter')
    await back.getByTestId('tab-MORNING').click()
    await eventually(async () => /下午/.test(await back.getByTestId('return-until').innerText()), 'the leave is to end with an afternoon')
    await picture(own, 'desk-leave-return')
    await back.getByTestId('return-send').click()
    await back.waitFor({ state: 'detached' })
    await eventually(async () => /提前返岗/.test(await state.innerText()), 'the desk says that the agent is back early')
    await step(detail, 'BACK', 'DONE')
    await picture(own, 'desk-leave-returned')

    await watched.cellShows(AGENT, tuesday, ['ACTIVE 06:00–12:00', 'LEAVE 12:00–14:00'])
    await watched.cellShows(AGENT, wednesday, ['LEAVE 06:00–14:00'])
    await watched.cellShows(AGENT, thursday, ['ACTIVE 06:00–14:00'])
    await watched.cellShows(AGENT, friday, ['ACTIVE 06:00–14:00'])
    await watched.cellShows(first, wednesday, ['ACTIVE 06:00–14:00'])
    await watched.cellShows(second, thursday, [])
    for (const day of [wednesday, thursday]) await watched.misses(day, 0)
    expect(reloads()).toBe(0)
    await picture(elsewhere, 'desk-rota-returned')

    const released = colleagues.get(second)!
    await released.getByTestId('tab-ALL').click()
    await coverOn(released, thursday, 'RELEASED').waitFor()
    await coverOn(manager, wednesday, 'COVERED').waitFor()
    await coverOn(manager, thursday, 'COVERED').waitFor({ state: 'detached' })
    await picture(released, 'desk-cover-released')
    for (const page of [own, ...colleagues.values()]) await signOut(page)
  })
})

/** Tuesday to Friday of the first week, some weeks ahead, of ordinary working days on which nobody has anything yet. */
async function workedDays(page: Page): Promise<[string, string, string, string]> {
  const year = new Date().getUTCFullYear()
  const years = await Promise.all([year, year + 1].map((one) => read(page, `/calendar?year=${one}`)))
  const special = years.flatMap(({ days }) => days.map(({ date }) => date))
  for (let tuesday = dayAfter(new Date().toISOString().slice(0, 10), 7 * WEEKS_AHEAD); ; tuesday = dayAfter(tuesday)) {
    const week = [0, 1, 2, 3].map((days) => dayAfter(tuesday, days)) as [string, string, string, string]
    if (new Date(tuesday).getUTCDay() !== 2 || week.some((day) => special.includes(day))) continue
    const { assignments } = await read(page, `/rota?from=${dayAfter(tuesday, -1)}&to=${dayAfter(tuesday, 5)}`)
    if (assignments.length === 0) return week
  }
}

/** What Baton answers whoever is signed in at a page. */
function read(page: Page, path: string): Promise<{ days: { date: string }[]; assignments: unknown[] }> {
  return page.evaluate(async (address) => (await fetch(address)).json(), `/api/v1${path}`)
}

/** Fills the form as the agent does, from a half day to a half day, with a note. */
async function askFor(page: Page, reason: string, ...ends: [string, string][]): Promise<void> {
  await page.getByTestId('leave-new').click()
  const form = page.getByRole('dialog', { name: '申请请假' })
  await form.getByTestId('tab-PERIOD').click()
  for (const [index, [date, half]] of ends.entries()) {
    const input = form.locator('.dates input').nth(index)
    await input.fill(date)
    await input.press('Enter')
    await form.locator('.dates [role=radiogroup]').nth(index).getByTestId(`tab-${half}`).click()
  }
  await form.getByTestId('leave-file').setInputFiles(note)
  await form.getByText(note.name).waitFor()
  await form.getByTestId('leave-reason').fill(reason)
  const days = form.getByTestId('span-day')
  await eventually(async () => (await days.count()) === 4, 'the preview shows the four days')
  const shown = await days.evaluateAll((cells) => cells.map((cell) => cell.getAttribute('data-date')))
  expect([shown[0], shown.at(-1)]).toEqual(ends.map(([date]) => date))
  await eventually(async () => (await form.getByTestId('leave-check').getAttribute('data-allowed')) === 'true', 'the rules allow it')
  await picture(page, 'desk-period-leave-form')
  await form.getByTestId('leave-send').click()
}

async function step(detail: Locator, name: string, state: string): Promise<void> {
  await detail.locator(`[data-step=${name}][data-state=${state}]`).waitFor()
}

/** The card of the shift of a day. */
function coverOn(page: Page, day: string, state?: string): Locator {
  const [year, month, date] = day.split('-').map(Number)
  return page.locator(`[data-testid="cover"]${state ? `[data-state="${state}"]` : ''}`).filter({ hasText: `${year}年${month}月${date}日` })
}

/** The colleague sees the offer come in and takes it. */
async function accept(page: Page, day: string): Promise<void> {
  const offer = coverOn(page, day, 'OFFERED')
  await offer.getByTestId('cover-left').waitFor()
  await picture(page, 'desk-cover-offer')
  await offer.getByTestId('cover-accept').click()
  await offer.waitFor({ state: 'detached' })
  await page.getByTestId('tab-COVERED').click()
  await coverOn(page, day, 'COVERED').waitFor()
}
