import lighthouse, { desktopConfig, type Config, type Flags } from 'lighthouse'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { base, launchToDebug, signIn, signOut } from './browser'

const CATEGORIES = ['performance', 'accessibility', 'best-practices'] as const
const BAR = 90
const RUNS = 3

/** The desk is a place on a computer; customers come with their phones. */
const PAGES: { name: string; path: string; user?: string; config?: Config }[] = [
  { name: 'widget demo page, phone', path: '/widget/demo.html?tenant=acme' },
  { name: 'widget demo page, computer', path: '/widget/demo.html?tenant=acme', config: desktopConfig },
  { name: 'desk, conversations', path: '/desk/chat', user: 'kf001', config: desktopConfig },
  { name: 'desk, live floor', path: '/desk/live', user: 'ticketing.manager', config: desktopConfig },
  { name: 'desk, rota board', path: '/desk/rota', user: 'ticketing.manager', config: desktopConfig },
]

describe('Lighthouse', () => {
  const folder = mkdtempSync(join(tmpdir(), 'baton-lighthouse-'))
  let context: BrowserContext
  let port: number
  let user: string | undefined

  beforeAll(async () => {
    port = await freePort()
    context = await launchToDebug(folder, port)
  })
  afterAll(async () => {
    await context.close()
    rmSync(folder, { recursive: true, force: true })
  })

  it.each(PAGES)(`says at least ${BAR} of: $name`, async ({ name, path, user: wanted, config }) => {
    await become(wanted)
    const scores = await median(path, config)
    const told = CATEGORIES.map((category, at) => `${category} ${scores[at]}`).join(', ')
    process.stdout.write(`${name}: ${told}\n`)
    expect(Math.min(...scores), told).toBeGreaterThanOrEqual(BAR)
  })

  async function become(wanted: string | undefined) {
    if (!wanted || wanted === user) return
    const page = await context.newPage()
    if (user) await signOut(page)
    await signIn(page, wanted, '/desk/')
    await page.getByTestId('account').waitFor()
    await page.close()
    user = wanted
  }

  /** The middle of several runs in each category: one run on a busy machine says little. */
  async function median(path: string, config?: Config): Promise<number[]> {
    const flags: Flags = { port, output: 'json', onlyCategories: [...CATEGORIES], disableStorageReset: true, logLevel: 'error' }
    const runs: number[][] = []
    for (let run = 0; run < RUNS; run++) {
      const result = await lighthouse(base + path, flags, config)
      const { categories, audits } = result!.lhr
      runs.push(CATEGORIES.map((category) => Math.round((categories[category]!.score ?? 0) * 100)))
      if (run > 0) continue
      for (const category of CATEGORIES) {
        const lost = categories[category]!.auditRefs.filter(({ id, weight }) => weight > 0 && (audits[id]!.score ?? 1) < 0.9)
        for (const { id } of lost) process.stdout.write(`  ${category}: ${id} ${audits[id]!.displayValue ?? ''} ${itemsOf(audits[id]!.details)}\n`)
      }
    }
    return CATEGORIES.map((_, at) => runs.map((scores) => scores[at]!).sort((a, b) => a - b)[Math.floor(RUNS / 2)]!)
  }

  /** What an audit points at, in short. */
  function itemsOf(details: unknown): string {
    const { items = [] } = (details ?? {}) as { items?: { node?: { selector: string }; description?: string; url?: string }[] }
    return items.slice(0, 3).map((item) => item.node?.selector ?? item.description ?? item.url ?? '').join(' | ')
  }
})

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((ready) => server.once('listening', ready))
  const { port } = server.address() as AddressInfo
  await new Promise((closed) => server.close(closed))
  return port
}
