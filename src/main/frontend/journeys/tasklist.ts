import type { Page } from 'playwright-core'
import { eventually } from './browser'

/** Opens the task whose form shows a text, wherever it stands in the list. */
export async function openTask(page: Page, reason: string): Promise<void> {
  await eventually(async () => {
    const tasks = page.locator('ol.tasks-list li.task, [cam-tasks] li.task')
    for (let i = 0; i < (await tasks.count()); i++) {
      await tasks.nth(i).click()
      const shown = await page
        .getByText(reason)
        .first()
        .waitFor({ timeout: 4000 })
        .then(() => true, () => false)
      if (shown) return true
    }
    await page.reload()
    await page.waitForTimeout(1500)
    return false
  }, 'the task of the request is in Tasklist', 60)
}

/** Claims the open task; its form is drawn anew and can be filled in afterwards. */
export async function claim(page: Page): Promise<void> {
  await page.getByRole('button', { name: '认领' }).click()
  await page.locator('.fjs-form :is(input, textarea):enabled').first().waitFor({ state: 'attached' })
}

/** Chooses an option of a select, opening its list again when the form was drawn anew under the click. */
export async function choose(page: Page, field: string, option: string): Promise<void> {
  const select = page.locator('.fjs-form-field-select').filter({ hasText: field })
  const entry = select.locator('.fjs-dropdownlist-item').filter({ hasText: option })
  await eventually(async () => {
    if ((await entry.count()) === 0) await select.locator('.fjs-input-group').click()
    await entry.click({ timeout: 2000 }).catch(() => undefined)
    return (await select.locator('.fjs-input-group').innerText()).includes(option)
  }, `${option} is chosen`)
}

/** Completes the task that is open and claimed. */
export async function complete(page: Page): Promise<void> {
  await page.getByRole('button', { name: '完成' }).click()
}
