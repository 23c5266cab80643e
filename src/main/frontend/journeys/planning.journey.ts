import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { eventually, launch, person, picture, signIn } from './browser'

const MANAGER = 'ticketing.manager'
const WEEKS_AHEAD = 4

describe('the rota of a month ahead', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launch()
  })
  afterAll(() => browser.close())

  it('is planned for everybody at once, tells who is planned already, and can be taken back', async () => {
    const { page } = await person(browser)
    await signIn(page, MANAGER, '/desk/rota')
    const board = new Board(page)
    await board.people()
    const [day, next] = await board.freeDays()
    const people = await board.people()

    await board.mark(day)
    expect(await board.marked()).toBe(people.length)
    await picture(page, 'desk-rota-marked')
    await board.dropShiftOn(day)
    await board.acceptWarnings()
    await board.done('PLANNED', people.length)
    await board.shows(day, people)
    await picture(page, 'desk-rota-planned')

    await board.mark(day, next)
    expect(await board.marked()).toBe(2 * people.length)
    await board.dropShiftOn(next)
    const dialog = page.getByTestId('conflicts')
    await dialog.waitFor()
    expect(await board.blocked()).toEqual(people.map((who) => `${who} ${day}`))
    await picture(page, 'desk-rota-conflicts')
    await page.getByTestId('plan-others').click()
    await dialog.waitFor({ state: 'detached' })
    await board.done('PLANNED', people.length)
    await board.shows(next, people)

    await page.getByTestId('plan-undo').click()
    await board.shows(next, [])
    await board.shows(day, people)

    await board.mark(day)
    await page.getByTestId('plan-clear').click()
    await board.done('CLEARED', people.length)
    await board.shows(day, [])
  })
})

class Board {
  constructor(private readonly page: Page) {}

  async people(): Promise<string[]> {
    await this.page.getByTestId('board-row').first().waitFor()
    const rows = await this.page.getByTestId('board-row').all()
    return (await Promise.all(rows.map((row) => row.getAttribute('data-person')))).map(String).sort()
  }

  /** Two days in a row on which nobody has anything, some weeks ahead. */
  async freeDays(): Promise<[string, string]> {
    for (let week = 1; week < 3 * WEEKS_AHEAD; week++) {
      await this.nextWeek()
      if (week < WEEKS_AHEAD) continue
      const days = await this.days()
      const free = await Promise.all(days.map(async (day) => (await this.cells(day).getByTestId('shift').count()) === 0))
      const first = days.findIndex((_, index) => free[index] && free[index + 1])
      if (first >= 0) return [days[first]!, days[first + 1]!]
    }
    throw new Error('nowhere two days in a row without a plan')
  }

  private async nextWeek(): Promise<void> {
    const monday = new Date(Date.parse((await this.days())[0]!) + 7 * 86_400_000).toISOString().slice(0, 10)
    await Promise.all([
      this.page.waitForResponse((answer) => answer.url().includes('/api/v1/rota?') && answer.url().includes(`from=${monday}`) && answer.ok()),
      this.page.getByRole('button', { name: '下一期' }).click(),
    ])
    const bar = this.page.getByTestId('planning-bar')
    await eventually(
      async () => (await this.days())[0] === monday && (await bar.getAttribute('aria-busy')) === 'false',
      `the board shows the week of ${monday}`,
    )
  }

  private async days(): Promise<string[]> {
    const heads = await this.page.getByTestId('board-day').all()
    return (await Promise.all(heads.map((head) => head.getAttribute('data-date')))).map(String)
  }

  private cells(day: string): Locator {
    return this.page.locator(`[data-testid="board-cell"][data-date="${day}"]`)
  }

  /** Marks everybody from one day to another. */
  async mark(from: string, to = from): Promise<void> {
    const head = (day: string) => this.page.locator(`[data-testid="board-day"][data-date="${day}"]`)
    await head(from).click()
    if (to !== from) await head(to).click({ modifiers: ['Shift'] })
  }

  async marked(): Promise<number> {
    await this.page.getByTestId('marked').waitFor()
    return this.page.locator('[data-testid="board-cell"][aria-selected="true"]').count()
  }

  async dropShiftOn(day: string): Promise<void> {
    await this.page.getByTestId('plan-type').first().dragTo(this.cells(day).first())
  }

  /** The rules of the house may have something to say of a free day, but nothing against it. */
  async acceptWarnings(): Promise<void> {
    const [dialog, planned] = [this.page.getByTestId('conflicts'), this.page.getByTestId('planned')]
    await eventually(async () => (await dialog.count()) > 0 || (await planned.count()) > 0, 'the shifts are planned or asked about')
    if ((await dialog.count()) === 0) return
    expect(await this.blocked()).toEqual([])
    await this.page.getByTestId('plan-others').click()
    await dialog.waitFor({ state: 'detached' })
  }

  /** Who cannot be planned, and when. */
  async blocked(): Promise<string[]> {
    const rows = this.page.getByTestId('conflict')
    await rows.first().waitFor()
    const found = await rows.evaluateAll((all) =>
      all.filter((row) => row.dataset.severity === 'BLOCKS').map((row) => `${row.dataset.agent} ${row.dataset.date}`),
    )
    return [...new Set(found)].sort()
  }

  async done(what: string, count: number): Promise<void> {
    await this.page.locator(`[data-testid="planned"][data-what="${what}"][data-count="${count}"]`).waitFor()
  }

  /** Waits until exactly these people have a shift on a day. */
  async shows(day: string, people: string[]): Promise<void> {
    const planned = this.page.getByTestId('board-row').filter({ has: this.cells(day).getByTestId('shift') })
    await eventually(async () => {
      const shown = await planned.evaluateAll((rows) => rows.map((row) => row.dataset.person))
      return shown.sort().join() === people.join()
    }, `${people.length} people are planned on ${day}`)
  }
}
