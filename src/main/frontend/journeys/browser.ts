import chromiumPack from '@sparticuz/chromium'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'

/** Where Baton runs; the test that starts these journeys says so. */
export const base = required('BATON_URL')
export const password = required('BATON_DEMO_PASSWORD')
const pictures = process.env.BATON_PICTURES ?? join(import.meta.dirname, '../../../../target/journeys')

/** Only what a headless browser without a sandbox needs: the page's own security stays switched on. */
const flags = [
  '--headless=shell',
  '--no-sandbox',
  '--no-zygote',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--no-default-browser-check',
]

/** What the test that starts these journeys has to say. */
export function required(name: string): string {
  const value = process.env[name]
  if (!value) throw new Error(`${name} is not set: the journeys are started by JourneyTests`)
  return value
}

/** The Chromium that comes with the packages, or the one named in BATON_CHROMIUM. */
async function options() {
  const executablePath = process.env.BATON_CHROMIUM ?? (await chromiumPack.executablePath())
  return { executablePath, args: flags, headless: true }
}

export async function launch(): Promise<Browser> {
  return chromium.launch(await options())
}

/** A browser on a computer that can lose its power: nothing says goodbye. */
export async function launchOnItsOwn(): Promise<{ browser: Browser; loseThePower: () => Promise<void> }> {
  const server = await chromium.launchServer(await options())
  const browser = await chromium.connect(server.wsEndpoint())
  return { browser, loseThePower: () => server.kill() }
}

/** A browser that listens for a tool at a port, with one session in a folder of its own. */
export async function launchToDebug(folder: string, port: number): Promise<BrowserContext> {
  const { args, ...rest } = await options()
  return chromium.launchPersistentContext(folder, { ...rest, locale: 'zh-CN', args: [...args, `--remote-debugging-port=${port}`] })
}

/** A person at an own desk: an own browser context, so an own session. */
export async function person(browser: Browser, locale = 'zh-CN'): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({ locale, viewport: { width: 1440, height: 900 }, timezoneId: 'Asia/Shanghai' })
  context.setDefaultTimeout(20_000)
  return { context, page: await context.newPage() }
}

/** Opens a path and signs in at Keycloak when asked to. */
export async function signIn(page: Page, user: string, path: string): Promise<void> {
  await page.goto(base + path)
  await page.waitForSelector('#username')
  await page.fill('#username', user)
  await page.fill('#password', password)
  await Promise.all([page.waitForURL((url) => url.href.startsWith(base)), page.click('#kc-login')])
}

/** Signs out, so that nobody is thought to be at the desk any more. */
export async function signOut(page: Page): Promise<void> {
  await page.goto(`${base}/desk/`)
  await page.getByTestId('account').click()
  await page.getByTestId('logout').click()
  await page.waitForSelector('#username')
}

/** An agent of acme who is to work now: the rota of the demonstration leaves no hour without one. */
export async function onShift(browser: Browser): Promise<string> {
  const { context, page } = await person(browser)
  await signIn(page, 'acme.admin', '/desk/')
  const agent = await page.evaluate(async () => {
    const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date())
    const live = await (await fetch(`/api/v1/rota/live?date=${today}`)).json()
    return live.people.find((one: { onShift: boolean }) => one.onShift)?.id as string | undefined
  })
  await context.close()
  if (!agent) throw new Error('nobody is on shift')
  return agent
}

/** Counts how often a page is loaded from now on; what appears while that is never was shown live. */
export function loads(page: Page): () => number {
  let count = 0
  page.on('load', () => count++)
  return () => count
}

export async function picture(page: Page, name: string): Promise<void> {
  mkdirSync(pictures, { recursive: true })
  await page.screenshot({ path: join(pictures, `${name}.png`), animations: 'disabled' })
}

/** Waits until a condition that is asked again and again holds; the journey fails when it never does. */
export async function eventually<T>(ask: () => Promise<T | null | undefined | false>, what: string | (() => string), seconds = 20): Promise<T> {
  const end = Date.now() + seconds * 1000
  while (Date.now() < end) {
    const answer = await ask()
    if (answer) return answer
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  throw new Error(`did not happen within ${seconds} s: ${typeof what === 'string' ? what : what()}`)
}
