import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Board, dayAfter } from './board'
import { eventually, launch, loads, person, picture, signIn } from './browser'
import { claim, complete, openTask } from './tasklist'

const MANAGER = 'vip.manager'
const WEEKS_AHEAD = 5

describe('a chain swap', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launch()
  })
  afterAll(() => browser.close())

  async function desk(who: string, path: string, locale?: string): Promise<Page> {
    const { page } = await person(browser, locale)
    await signIn(page, who, path)
    return page
  }

  it('of three people goes from hand to hand, and the board follows live', { timeout: 300_000 }, async () => {
    const manager = await desk(MANAGER, '/desk/rota')
    const board = new Board(manager)
    const [first, second, third] = (await board.people()) as [string, string, string]
    const days = await freeWeek(manager, [first, second, third])
    const [monday, tuesday, wednesday] = days
    await board.open(monday)
    const shifts = new Map<string, string>()
    for (const [who, day] of [[first, monday], [second, tuesday], [third, wednesday]] as const) {
      await board.markPerson(who, day, day)
      await board.clickShift()
      await board.acceptWarnings()
      await board.cellShows(who, day, ['ACTIVE 06:00–14:00'])
      shifts.set(who, await shiftIn(manager, who, day))
    }
    const reloads = loads(manager)

    const own = await desk(first, '/desk/rota')
    for (let week = 0; week < weeksUntil(monday); week++) await own.getByRole('button', { name: '下一期' }).click()
    await own.locator(`[data-testid="shift-swap"][href$="${shifts.get(first)}"]`).click()
    await take(own, second, shifts.get(second)!)
    await take(own, third, shifts.get(third)!)
    await own.getByTestId('chain-close').click()
    await eventually(async () => (await own.getByTestId('chain-link').count()) === 3, 'three people are in the chain')
    await own.getByTestId('swap-effect').waitFor()
    await own.getByTestId('swap-comment').fill('周一要考试')
    await picture(own, 'desk-swap-composer')
    await own.getByTestId('swap-send').click()
    await state(own, 'CONFIRMING')
    const number = (await own.getByText(/S-\d{8}-\d{6}/).first().innerText()).match(/S-\d{8}-\d{6}/)![0]

    for (const who of [first, second, third]) {
      await manager.locator(`[data-shift="${shifts.get(who)}"] [data-testid="shift-held"]`).waitFor()
    }
    await picture(manager, 'desk-rota-held')

    const asked = await desk(second, '/desk/swaps')
    await asked.getByTestId('swap-nav-waiting').click()
    await asked.getByTestId('swap').filter({ hasText: number }).click()
    await asked.getByTestId('swap-agree').click()
    await answered(own, second)

    const tasklist = await desk(third, '/camunda/app/tasklist/default/')
    await openTask(tasklist, number)
    await tasklist.getByLabel('同意 Agree').check()
    await picture(tasklist, 'tasklist-swap-confirm')
    await complete(tasklist)
    await answered(own, third)
    await state(own, 'APPROVING')

    const deciding = await desk(MANAGER, '/camunda/app/tasklist/default/')
    await openTask(deciding, number)
    await deciding.locator('img[src^="data:image/svg+xml"]').waitFor()
    await claim(deciding)
    await deciding.getByLabel('批准 Approve').check()
    await picture(deciding, 'tasklist-swap-approve')
    await complete(deciding)

    await state(own, 'EXECUTED')
    await board.cellShows(first, tuesday, ['ACTIVE 06:00–14:00'])
    await board.cellShows(second, wednesday, ['ACTIVE 06:00–14:00'])
    await board.cellShows(third, monday, ['ACTIVE 06:00–14:00'])
    for (const [who, day] of [[first, monday], [second, tuesday], [third, wednesday]] as const) await board.cellShows(who, day, [])
    expect(await manager.getByTestId('shift-held').count()).toBe(0)
    expect(reloads()).toBe(0)
    await picture(manager, 'desk-rota-swapped')
    await picture(own, 'desk-swap-executed')

    const auditor = await desk('acme.auditor', `/desk/swaps/${own.url().split('/').at(-1)}`, 'en')
    await state(auditor, 'EXECUTED')
    await eventually(async () => /Shift changed hands/.test(await auditor.getByTestId('trail').innerText()), 'the trail tells who did what')
    await picture(auditor, 'desk-swap-auditor')
  })

  /** Three days in a row of a week, some weeks ahead, in which these people have nothing. */
  async function freeWeek(page: Page, people: string[]): Promise<[string, string, string]> {
    const today = await page.evaluate(() => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date()))
    for (let week = WEEKS_AHEAD; week < 3 * WEEKS_AHEAD; week++) {
      const monday = dayAfter(today, 7 * week - ((new Date(today).getUTCDay() + 6) % 7))
      const plan = await page.evaluate(
        async ([from, to]) => (await (await fetch(`/api/v1/rota?from=${from}&to=${to}`)).json()).assignments as { agentId: string }[],
        [dayAfter(monday, -2), dayAfter(monday, 7)] as const,
      )
      if (!plan.some(({ agentId }) => people.includes(agentId))) return [monday, dayAfter(monday), dayAfter(monday, 2)]
    }
    throw new Error('no week in which three people have nothing')
  }

  const weeksUntil = (day: string) => Math.round((Date.parse(day) - mondayOf(Date.now())) / (7 * 86_400_000))

  /** The Monday of the week in which it is this instant in Shanghai. */
  function mondayOf(instant: number): number {
    const today = Date.parse(new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(instant))
    return today - ((new Date(today).getUTCDay() + 6) % 7) * 86_400_000
  }

  async function shiftIn(page: Page, who: string, day: string): Promise<string> {
    const cell = page.locator(`[data-testid="board-row"][data-person="${who}"] [data-testid="board-cell"][data-date="${day}"]`)
    return (await cell.getByTestId('shift').getAttribute('data-shift'))!
  }

  async function take(page: Page, who: string, shift: string): Promise<void> {
    const choice = page.locator(`[data-testid="swap-candidate"][data-agent="${who}"]`)
    await choice.locator(`[data-testid="candidate-shift"][data-shift="${shift}"]`).click()
    await page.locator(`[data-testid="chain-link"][data-agent="${who}"]`).waitFor()
  }

  const state = (page: Page, name: string) => page.locator(`[data-testid="swap-detail"][data-state="${name}"]`).waitFor()

  const answered = (page: Page, who: string) =>
    page.locator(`[data-testid="swap-answer"][data-agent="${who}"][data-confirmation="AGREED"]`).waitFor()
})
