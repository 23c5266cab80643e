import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { eventually, launch, person, picture, signIn } from './browser'
import { openTask } from './tasklist'

const AGENT = 'kf001'
const MANAGER = 'ticketing.manager'
const DAY = 86_400_000
const note = {
  name: '住院通知书.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n'),
}

const iso = (day: Date) => day.toISOString().slice(0, 10)

/** A Tuesday after next month, where no other journey plans, and the Friday of its week; seldom the same in two runs. */
function tuesdayToFriday(): [string, string] {
  const day = new Date()
  day.setUTCMonth(day.getUTCMonth() + 2, 1 + 7 * Math.floor(Math.random() * 8))
  while (day.getUTCDay() !== 2) day.setUTCDate(day.getUTCDate() + 1)
  return [iso(day), iso(new Date(day.getTime() + 3 * DAY))]
}

describe('a leave of several days', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launch()
  })
  afterAll(() => browser.close())

  it('is asked for from Tuesday afternoon to Friday morning with a note, decided in Tasklist and shown at the desk', async () => {
    const reason = `家人住院 ${Date.now()}`
    const [tuesday, friday] = tuesdayToFriday()
    const { page: desk } = await person(browser)
    await signIn(desk, AGENT, '/desk/leave')
    await desk.getByTestId('leave-new').click()
    const form = desk.getByRole('dialog', { name: '申请请假' })
    await form.getByTestId('tab-PERIOD').click()
    for (const [index, date, half] of [[0, tuesday, 'AFTERNOON'], [1, friday, 'MORNING']] as const) {
      const input = form.locator('.dates input').nth(index)
      await input.fill(date)
      await input.press('Enter')
      await form.locator('.dates [role=tablist]').nth(index).getByTestId(`tab-${half}`).click()
    }
    await form.getByTestId('leave-file').setInputFiles(note)
    await form.getByText(note.name).waitFor()
    await form.getByTestId('leave-reason').fill(reason)
    const days = form.getByTestId('span-day')
    await eventually(async () => (await days.count()) === 4, 'the preview shows the four days')
    const shown = await days.evaluateAll((cells) => cells.map((cell) => cell.getAttribute('data-date')))
    expect([shown[0], shown.at(-1)]).toEqual([tuesday, friday])
    await eventually(async () => (await form.getByTestId('leave-check').getAttribute('data-allowed')) === 'true', 'the rules allow it')
    await picture(desk, 'desk-period-leave-form')
    await form.getByTestId('leave-send').click()
    const detail = desk.getByTestId('leave-detail')
    await detail.getByText(note.name).waitFor()
    const state = desk.getByTestId('leave-state').last()
    await eventually(async () => /待审批/.test(await state.innerText()), 'the request waits for approval')

    const { page: tasklist } = await person(browser)
    await signIn(tasklist, MANAGER, '/camunda/app/tasklist/default/')
    await openTask(tasklist, reason)
    await tasklist.getByRole('button', { name: '认领' }).click()
    await tasklist.getByLabel('批准 Approve').check()
    await picture(tasklist, 'tasklist-period-leave')
    await tasklist.getByRole('button', { name: '完成' }).click()

    await eventually(async () => /已批准/.test(await state.innerText()), 'the desk shows the approval')
    const decision = detail.locator('[data-step=DECISION]')
    await eventually(async () => (await decision.getAttribute('data-state')) === 'DONE', 'the approval is done')
    await eventually(async () => /沈丹/.test(await detail.getByTestId('trail').innerText()), 'the trail names the manager')
    await picture(desk, 'desk-period-leave')
  })
})
