import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { base, eventually, launch, person, picture, signIn } from './browser'
import { claim, complete, openTask } from './tasklist'

const AGENT = 'kf005'
const MANAGER = 'ticketing.manager'

/** A working day so many days ahead: outside of the notice period, and seldom the same in two runs on the same data. */
function workday(ahead: number): string {
  const day = new Date(Date.now() + ahead * 86_400_000)
  while (day.getUTCDay() === 0 || day.getUTCDay() === 6) day.setUTCDate(day.getUTCDate() + 1)
  return day.toISOString().slice(0, 10)
}

describe('a leave of one day', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launch()
  })
  afterAll(() => browser.close())

  it('is asked for at the desk, decided in Tasklist and shown at the desk without a reload', async () => {
    const reason = `家里有事 ${Date.now()}`
    const { page: desk } = await person(browser)
    await signIn(desk, AGENT, '/desk/leave')
    await desk.getByTestId('leave-new').click()
    const start = desk.locator('.dates input').first()
    await start.fill(workday(8 + Math.floor(Math.random() * 50)))
    await start.press('Enter')
    await desk.getByTestId('leave-reason').fill(reason)
    await desk.getByTestId('leave-check').waitFor()
    await picture(desk, 'desk-leave-form')
    await desk.getByTestId('leave-send').click()
    const state = desk.getByTestId('leave-state').last()
    await eventually(async () => /待审批/.test(await state.innerText()), 'the request waits for approval')

    const { page: tasklist } = await person(browser)
    await signIn(tasklist, MANAGER, '/camunda/app/tasklist/default/')
    await openTask(tasklist, reason)
    await claim(tasklist)
    await tasklist.getByLabel('批准 Approve').check()
    await picture(tasklist, 'tasklist')
    await complete(tasklist)

    await eventually(async () => /已批准/.test(await state.innerText()), 'the desk shows the approval')
    await eventually(async () => /沈丹/.test(await desk.getByTestId('trail').innerText()),
      'the trail names the manager')
    await picture(desk, 'desk-leave')
  })

  it('opens Cockpit for the auditor and refuses it to the agent', async () => {
    const { page: auditor } = await person(browser)
    await signIn(auditor, 'acme.auditor', '/camunda/app/cockpit/default/')
    await auditor.getByText('Baton').first().waitFor()
    await eventually(async () => (await auditor.innerText('body')).length > 100, 'Cockpit shows its dashboard')
    const me = await auditor.evaluate(async () => (await fetch('/camunda/api/engine/engine/default/process-definition?latestVersion=true')).status)
    expect(me).toBe(200)
    await picture(auditor, 'cockpit')

    const { page: agent } = await person(browser)
    await signIn(agent, AGENT, '/desk/')
    const answer = await agent.goto(`${base}/camunda/app/cockpit/default/`)
    const allowed = await agent.evaluate(async () => (await fetch('/camunda/api/admin/auth/user/default')).json())
    expect(allowed.authorizedApps ?? []).not.toContain('cockpit')
    expect(answer!.status()).toBeLessThan(500)
    await eventually(async () => !/运行中|Running Process Instances/.test(await agent.innerText('body')), 'nothing of Cockpit is shown')
  })
})
