import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { base, eventually } from './browser'

const WEEKS_AHEAD = 4
const DAY = 86_400_000

export const dayAfter = (day: string, days = 1) => new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10)

/** The board of a manager or an administrator, as people read and use it. */
export class Board {
  constructor(private readonly page: Page) {}

  /** Goes to the week of a day. */
  async open(day: string): Promise<void> {
    await this.page.goto(`${base}/desk/rota?view=1&date=${day}`)
    await this.head(day).waitFor()
    await this.settled(`the board shows the week of ${day}`)
  }

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
    const monday = dayAfter((await this.days())[0]!, 7)
    await Promise.all([
      this.page.waitForResponse((answer) => answer.url().includes('/api/v1/rota?') && answer.url().includes(`from=${monday}`) && answer.ok()),
      this.page.getByRole('button', { name: '下一期' }).click(),
    ])
    await eventually(async () => (await this.days())[0] === monday, `the board has come to the week of ${monday}`)
    await this.settled(`the board shows the week of ${monday}`)
  }

  private async settled(what: string): Promise<void> {
    const bar = this.page.getByTestId('planning-bar')
    await eventually(async () => (await bar.getAttribute('aria-busy')) === 'false', what)
  }

  private async days(): Promise<string[]> {
    const heads = await this.page.getByTestId('board-day').all()
    return (await Promise.all(heads.map((head) => head.getAttribute('data-date')))).map(String)
  }

  private head(day: string): Locator {
    return this.page.locator(`[data-testid="board-day"][data-date="${day}"]`)
  }

  private cells(day: string): Locator {
    return this.page.locator(`[data-testid="board-cell"][data-date="${day}"]`)
  }

  private cell(person: string, day: string): Locator {
    return this.page.locator(`[data-testid="board-row"][data-person="${person}"] [data-testid="board-cell"][data-date="${day}"]`)
  }

  /** Marks everybody from one day to another. */
  async mark(from: string, to = from): Promise<void> {
    await this.head(from).click()
    if (to !== from) await this.head(to).click({ modifiers: ['Shift'] })
  }

  /** Marks one person from one day to another by dragging. */
  async markPerson(person: string, from: string, to: string): Promise<void> {
    await this.cell(person, from).hover()
    await this.page.mouse.down()
    await this.cell(person, to).hover()
    await this.page.mouse.up()
  }

  /** How many cells of those in sight are marked. */
  async marked(): Promise<number> {
    await this.page.getByTestId('marked').waitFor()
    return this.page.locator('[data-testid="board-cell"][aria-selected="true"]').count()
  }

  /** What the board says is marked. */
  markedText(): Promise<string> {
    return this.page.getByTestId('marked').innerText()
  }

  async dropShiftOn(day: string): Promise<void> {
    await this.page.getByTestId('plan-type').first().dragTo(this.cells(day).first())
  }

  async clickShift(): Promise<void> {
    await this.page.getByTestId('plan-type').first().click()
  }

  /** The rules of the house may have something to say of a free day, but nothing against it. */
  async acceptWarnings(): Promise<void> {
    const [dialog, planned] = [this.page.getByTestId('conflicts'), this.page.getByTestId('planned')]
    await eventually(async () => (await dialog.count()) > 0 || (await planned.count()) > 0, 'the shifts are planned or asked about')
    if ((await dialog.count()) === 0) return
    expect(await this.blocked()).toEqual([])
    await this.proceed()
  }

  /** Plans what nothing speaks against, and skips the rest. */
  async proceed(): Promise<void> {
    await this.page.getByTestId('plan-others').click()
    await this.page.getByTestId('conflicts').waitFor({ state: 'detached' })
  }

  /** Who cannot be planned, and when. */
  async blocked(): Promise<string[]> {
    return [...new Set((await this.conflicts()).map(({ agent, date }) => `${agent} ${date}`))].sort()
  }

  /** What speaks against planning, with the words that people read. */
  async conflicts(): Promise<{ agent: string; date: string; code: string; text: string }[]> {
    const rows = this.page.getByTestId('conflict')
    await rows.first().waitFor()
    return rows.evaluateAll((all) =>
      all
        .filter((row) => row.dataset.severity === 'BLOCKS')
        .map((row) => ({ agent: row.dataset.agent!, date: row.dataset.date!, code: row.dataset.code!, text: row.textContent })),
    )
  }

  async done(what: string, count: number): Promise<void> {
    await this.page.locator(`[data-testid="planned"][data-what="${what}"][data-count="${count}"]`).waitFor()
  }

  /** Waits until exactly these people have a shift on a day. */
  async shows(day: string, people: string[]): Promise<void> {
    await eventually(async () => (await this.planned(day)).join() === people.join(), `${people.length} people are planned on ${day}`)
  }

  /** Waits until the head of a day counts so many people. */
  async counts(day: string, people: number): Promise<void> {
    await this.page.locator(`[data-testid="board-day"][data-date="${day}"][data-count="${people}"]`).waitFor()
  }

  /** Who works on a day, read from top to bottom: the page holds only the rows in sight. */
  private async planned(day: string): Promise<string[]> {
    const grid = this.page.getByRole('grid')
    const worked = this.cells(day).locator('[data-testid="shift"][data-status="ACTIVE"]')
    const rows = this.page.getByTestId('board-row').filter({ has: worked })
    const found = new Set<string>()
    await grid.evaluate((board) => board.scrollTo({ top: 0, behavior: 'instant' }))
    for (let moved = true; moved; ) {
      for (const who of await rows.evaluateAll((all) => all.map((row) => row.dataset.person!))) found.add(who)
      moved = await grid.evaluate((board) => {
        const before = board.scrollTop
        board.scrollBy({ top: board.clientHeight / 2, behavior: 'instant' })
        return board.scrollTop !== before
      })
    }
    return [...found].sort()
  }

  /** Waits until a cell shows exactly these shifts, each as `ACTIVE 06:00–14:00`. */
  async cellShows(person: string, day: string, shifts: string[]): Promise<void> {
    const blocks = this.cell(person, day).getByTestId('shift')
    const read = () => blocks.evaluateAll((all) => all.map((one) => `${one.dataset.status} ${one.getAttribute('title')!.split(' ').at(-1)}`))
    let last: string[] = []
    await eventually(async () => (last = await read()).join() === shifts.join(), () => `${person} has [${shifts}] on ${day}, not [${last}]`)
  }

  /** Waits until the board says how many people are missing on a day. */
  async misses(day: string, people: number): Promise<void> {
    await this.page.locator(`[data-testid="day-gap"][data-date="${day}"][data-gap="${people}"]`).waitFor()
  }
}
