import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Board } from './board'
import { launch, loads, person, picture, signIn } from './browser'
import { floor } from './floor'

const MANAGER = 'ticketing.manager'

/** What people read about each kind of conflict. */
const WORDS: Record<string, RegExp> = {
  already_assigned: /该时段已有排班/,
  on_leave: /该时段已请假/,
  too_many_days: /将连续工作 7 天，上限为 6 天/,
}

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
    expect(await board.blocked()).toEqual(people.map((who) => `${who} ${day}`))
    await picture(page, 'desk-rota-conflicts')
    await board.proceed()
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

  it('is planned for fifty people at once but for the three who cannot work, and another desk sees it without a reload', async () => {
    const { day, people, conflicts } = floor()
    const all = Array.from({ length: people }, (_, index) => `gx${String(index + 1).padStart(3, '0')}`)
    const [planned, ...others] = Object.keys(conflicts).sort()

    const { page } = await person(browser)
    await signIn(page, 'globex.manager', '/desk/rota')
    const board = new Board(page)
    await board.open(day)
    const { page: elsewhere } = await person(browser, 'en')
    await signIn(elsewhere, 'globex.admin', '/desk/rota')
    const watched = new Board(elsewhere)
    await watched.open(day)
    const reloads = loads(elsewhere)
    for (const desk of [board, watched]) await desk.shows(day, [planned!])

    await board.mark(day)
    expect(await board.markedText()).toBe(`已选 ${people} 人 · 1 天`)
    await board.dropShiftOn(day)
    const found = await board.conflicts()
    expect(found.map(({ agent, date, code }) => `${agent} ${date} ${code}`).sort()).toEqual(
      Object.entries(conflicts).map(([who, code]) => `${who} ${day} ${code}`).sort(),
    )
    for (const { code, text } of found) expect(text).toMatch(WORDS[code]!)
    const dialog = page.getByTestId('conflicts')
    expect(await dialog.innerText()).toContain(`${people - 3} 个可安排`)
    expect(await dialog.innerText()).toContain('3 个不能安排')
    await picture(page, 'desk-rota-fifty-conflicts')
    await board.proceed()

    await board.done('PLANNED', people - 3)
    expect(await page.getByTestId('planned').innerText()).toContain('已安排 47 个班次 · 3 个有冲突，未安排')
    const working = all.filter((who) => !others.includes(who))
    for (const desk of [board, watched]) {
      await desk.counts(day, working.length)
      await desk.shows(day, working)
    }
    await picture(page, 'desk-rota-fifty')
    await picture(elsewhere, 'desk-rota-fifty-elsewhere')

    await page.getByTestId('plan-undo').click()
    for (const desk of [board, watched]) await desk.shows(day, [planned!])
    expect(reloads()).toBe(0)
  })
})
