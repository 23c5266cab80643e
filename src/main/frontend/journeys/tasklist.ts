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
