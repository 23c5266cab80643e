import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { Page, Request } from 'playwright-core'
import { base, eventually } from './browser'

export const LANGUAGES = ['zh-CN', 'en'] as const
export const THEMES = ['light', 'dark'] as const
type Language = (typeof LANGUAGES)[number]
type Theme = (typeof THEMES)[number]

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
/** What axe itself leaves out by default: a name may tell more than there is room to show, as `−1 14:00` in a table. */
const EXPERIMENTAL = ['label-content-name-mismatch']

/** Where the one comes from that a page with a parameter shows: a list of the API, and what of its first row. */
const SAMPLES: Record<string, { list: string; id: (row: Row) => string | undefined }> = {
  '/chat/:id?': { list: '/conversations?limit=20', id: (row) => row.id },
  '/customers/:id': { list: '/conversations?limit=20', id: (row) => row.customer?.id },
  '/history/:id?': { list: '/conversations?limit=20', id: (row) => row.id },
  '/leave/:id?': { list: '/leaves?limit=20', id: (row) => row.id },
  '/swaps/:id': { list: '/swaps?limit=20', id: (row) => row.id },
  '/tickets/:id': { list: '/tickets?limit=20', id: (row) => row.id },
  '/audit/:kind?/:id?': { list: '/tickets?limit=20', id: (row) => row.id && `ticket/${row.id}` },
}
/** Pages that people open on a phone. */
export const ON_A_PHONE = ['/rota', '/leave', '/requests', '/swaps']

interface Row {
  id?: string
  customer?: { id: string }
}
interface Violation {
  id: string
  nodes: { target: string[]; html: string; failureSummary: string }[]
}
interface DeskRouter {
  getRoutes(): { path: string; aliasOf?: unknown; redirect?: unknown; meta: { roles?: string[] } }[]
  push(path: string): Promise<unknown>
}
type Application = HTMLElement & { __vue_app__: { config: { globalProperties: { $router: DeskRouter } } } }
declare const axe: { run(context: Document, options: object): Promise<{ violations: Violation[] }> }

const namespaces = () => {
  const source = join(import.meta.dirname, '../src')
  const own = Object.keys(JSON.parse(readFileSync(join(source, 'desk/locales/en.json'), 'utf8')) as object)
  return [...readdirSync(join(source, 'modules')), ...own]
}
/** Looks like the key of a text: `rota.plan.markDay`. */
const KEY = new RegExp(`(?<![\\w./-])(?:${namespaces().join('|')})(?:\\.[A-Za-z_][\\w-]*)+(?![\\w.@/-])`, 'g')

/** A desk of one person on which every page is opened; what is wrong is collected. */
export class Walk {
  readonly faults: string[] = []
  private where = ''
  private asked = 0

  constructor(readonly page: Page) {
    page.on('console', (message) => message.type() === 'error' && this.fault(`console: ${message.text()} ${message.location().url}`))
    page.on('pageerror', (error) => this.fault(`error: ${error.message}`))
    const count = (by: number) => (request: Request) => void (request.url().includes('/api/') && (this.asked += by))
    page.on('request', count(1))
    page.on('requestfinished', count(-1))
    page.on('requestfailed', count(-1))
  }

  /** Every page that the role may open, and those with a parameter with the first thing there is, if there is any. */
  async paths(): Promise<string[]> {
    const routes = await this.page.evaluate(async () => {
      const { roles } = (await (await fetch('/api/v1/me')).json()) as { roles: string[] }
      const { $router } = (document.querySelector('#app') as Application).__vue_app__.config.globalProperties
      return $router
        .getRoutes()
        .filter((route) => !route.aliasOf && !route.redirect && (route.meta.roles ?? roles).some((role) => roles.includes(role)))
        .map((route) => route.path)
    })
    const paths: string[] = []
    for (const route of routes) {
      if (!route.includes(':') || route.includes('?')) paths.push(route.replace(/\/:\w+\?/g, ''))
      const sample = route.includes(':') ? await this.sample(route) : undefined
      if (sample) paths.push(route.replace(/\/:.*$/, `/${sample}`))
    }
    return [...new Set(paths)]
  }

  private async sample(route: string): Promise<string | undefined> {
    const known = SAMPLES[route]
    if (!known) throw new Error(`where does something for ${route} come from? Say it in pages.ts`)
    const rows = await this.page.evaluate(async (list) => {
      const answer = await fetch(`/api/v1${list}`)
      return answer.ok ? ((await answer.json()) as { items: Row[] }).items : []
    }, known.list)
    return rows.map(known.id).find(Boolean)
  }

  async speak(language: Language): Promise<void> {
    await this.page.evaluate((chosen) => localStorage.setItem('baton.locale', chosen), language)
    await this.page.goto(`${base}/desk/welcome`)
    await this.page.locator('#content h1').waitFor()
    await this.page.evaluate(AXE)
  }

  async look(theme: Theme): Promise<void> {
    await this.page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
    await this.page.waitForFunction((dark) => document.documentElement.classList.contains('dark') === dark, theme === 'dark')
    await this.drawn()
  }

  async open(path: string, said: string): Promise<void> {
    this.where = `${said} ${path}`
    await this.page.evaluate((to) => {
      const { $router } = (document.querySelector('#app') as Application).__vue_app__.config.globalProperties
      delete document.body.dataset.arrived
      void $router.push(to).then(() => (document.body.dataset.arrived = to))
    }, path)
    await this.page.locator('body[data-arrived]').waitFor()
    const busy = this.page.locator('[aria-busy="true"]')
    await eventually(async () => this.asked === 0 && (await busy.count()) === 0, () => `${this.where} is there`)
    await this.drawn()
  }

  /** What the last answer or the last look changed is on the screen, colours that fade into each other included. */
  private async drawn(): Promise<void> {
    await this.page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(drawn, 30)))))
  }

  /** Whether everybody can read and use what is shown. */
  async isAccessible(): Promise<void> {
    const rules = Object.fromEntries(EXPERIMENTAL.map((rule) => [rule, { enabled: false }]))
    const options = { runOnly: { type: 'tag', values: RULES }, rules, resultTypes: ['violations'] }
    const { violations } = await this.page.evaluate((given) => axe.run(document, given), options)
    for (const { id, nodes } of violations) {
      const [first] = nodes
      this.fault(`${id}, ${nodes.length} of them: ${first!.target.join(' ')} ${first!.html.slice(0, 160)} ${first!.failureSummary.split('\n')[1]?.trim()}`)
    }
  }

  async isTranslated(): Promise<void> {
    const texts = await this.page.evaluate(() => {
      const told = [...document.querySelectorAll('[aria-label], [title], [placeholder]')].flatMap((part) => ['aria-label', 'title', 'placeholder'].map((name) => part.getAttribute(name)))
      return [document.title, document.body.innerText, ...told].join('\n')
    })
    for (const key of new Set(texts.match(KEY))) this.fault(`is not translated: ${key}`)
  }

  async fitsIn(): Promise<void> {
    const wide = await this.page.evaluate(() => {
      const boxes = [document.scrollingElement, document.querySelector('#content')]
      return boxes.some((box) => box && box.scrollWidth > box.clientWidth + 1)
    })
    if (wide) this.fault(`is wider than ${this.page.viewportSize()!.width} px`)
  }

  private fault(text: string): void {
    this.faults.push(`${this.where}: ${text}`)
  }
}
