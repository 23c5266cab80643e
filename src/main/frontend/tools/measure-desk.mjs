/**
 * Measures the desk in real Chromium against the mock server, each thing beside a bare page that does the same:
 *
 *   npm run measure
 *
 * Opening: from the press on a row until the newest message is painted, in conversations of ten thousand messages. The bare
 * page asks for the same messages and puts them into a list. Typing: fifty chats are open and five messages a second come in;
 * the bare page has nothing but a field. What the clock says depends on what else the machine does; what the main thread of
 * the page computed does not, and stands beside it. OPENED, ROUNDS and KEYS make a shorter run.
 */
import chromiumPack from '@sparticuz/chromium'
import { spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { chromium } from 'playwright-core'

const out = process.argv[2] ?? '../../../target/frontend'
const CHATS = 50
const HISTORY = 10_000
const TALK = 5
const size = (name, usual) => Number(process.env[name] ?? usual)
const OPENED = size('OPENED', 40)
const ROUNDS = size('ROUNDS', 4)
const KEYS = size('KEYS', 120)
const KEY_EVERY_MS = 50
const TEXT = 'We have found your order and will change both seats to the sixth of December. '

const free = () => new Promise((resolve) => {
  const server = createServer().listen(0, () => {
    const { port } = server.address()
    server.close(() => resolve(port))
  })
})
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms))
const rank = (numbers, share) => [...numbers].sort((a, b) => a - b)[Math.min(numbers.length - 1, Math.floor(numbers.length * share))]
const ms = (number) => `${number.toFixed(1)} ms`
const line = (...cells) => console.log(`| ${cells.join(' | ')} |`)
const figures = (numbers) => [ms(rank(numbers, 0.5)), ms(rank(numbers, 0.95)), ms(Math.max(...numbers))]

const port = await free()
const env = { ...process.env, PORT: String(port), CHATS: String(CHATS), HISTORY: String(HISTORY), TALK: String(TALK) }
const mock = spawn(process.execPath, [join(import.meta.dirname, '../dev/mock-server.mjs'), out], { env, stdio: ['ignore', 'pipe', 'inherit'] })
await new Promise((resolve) => mock.stdout.once('data', resolve))
const base = `http://localhost:${port}`

const executablePath = process.env.BATON_CHROMIUM ?? (await chromiumPack.executablePath())
const browser = await chromium.launch({ executablePath, headless: true, args: ['--headless=shell', '--no-sandbox', '--no-zygote', '--disable-gpu', '--disable-dev-shm-usage'] })
const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1440, height: 900 } })

/** What both pages need: when something is painted, and what becomes of the frames. */
await context.addInitScript(() => {
  window.painted = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(() => resolve(performance.now()))))
  window.record = () => {
    const frames = []
    const delays = []
    let on = true
    const tick = (at) => on && (frames.push(at), requestAnimationFrame(tick))
    requestAnimationFrame(tick)
    const press = () => {
      const from = performance.now()
      void window.painted().then((at) => delays.push(at - from))
    }
    window.addEventListener('keydown', press, true)
    return () => {
      on = false
      window.removeEventListener('keydown', press, true)
      return { gaps: frames.slice(1).map((at, i) => at - frames[i]), delays }
    }
  }
})

/** Tells how long the main thread of a page was at work, in seconds of the processor. */
async function thread(page) {
  const session = await context.newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  return async () => (await session.send('Performance.getMetrics')).metrics.find((it) => it.name === 'TaskDuration').value
}
/** Runs it and adds what the clock and the thread say. */
async function timed(times, worked, run) {
  const before = await worked()
  times.clock.push(await run())
  times.thread.push((await worked() - before) * 1000)
}
const empty = () => ({ clock: [], thread: [] })
const both = (times) => [...figures(times.clock), ms(rank(times.thread, 0.5))]

/** From the press on the row until its newest message is in sight and painted. */
const open = (page, id) => page.evaluate(async (id) => {
  const row = document.querySelector(`[data-conversation="${id}"]`)
  const isOpen = () => document.querySelector('h2')?.nextElementSibling?.textContent.includes(`C-${id} `)
  const head = document.querySelector(`[data-conversation="${id}"] .preview`).textContent.match(/\((\d+)\)/)[1]
  const from = performance.now()
  row.click()
  for (;;) {
    const at = await window.painted()
    const shown = [...document.querySelectorAll('[data-seq]')].find((it) => Number(it.dataset.seq) >= Number(head))
    const where = isOpen() && shown?.getBoundingClientRect()
    if (where && where.bottom > 0 && where.top < innerHeight) return at - from
    if (at - from > 30_000) throw new Error(`${id} was not opened`)
  }
}, id)

const openBare = (page, id) => page.evaluate(async ({ id, before }) => {
  const from = performance.now()
  const list = document.querySelector('#list')
  list.replaceChildren()
  const page = await (await fetch(`/api/v1/conversations/${id}/messages?before=${before}&limit=50`)).json()
  list.append(...page.items.map((message) => Object.assign(document.createElement('li'), { textContent: message.body })))
  list.lastElementChild.scrollIntoView()
  return (await window.painted()) - from
}, { id, before: HISTORY + 1 })

async function type(page, worked, selector) {
  await page.focus(selector)
  const before = await worked()
  await page.evaluate(() => (window.stop = window.record()))
  for (let i = 0; i < KEYS; i++) {
    await page.keyboard.press(TEXT[i % TEXT.length] === ' ' ? 'Space' : TEXT[i % TEXT.length])
    await pause(KEY_EVERY_MS)
  }
  const found = { ...(await page.evaluate(() => window.stop())), thread: ((await worked()) - before) * 1000 }
  await page.evaluate((selector) => {
    const field = document.querySelector(selector)
    field.value = ''
    field.dispatchEvent(new Event('input', { bubbles: true }))
  }, selector)
  return found
}
const dropped = (gaps) => gaps.reduce((sum, gap) => sum + Math.max(0, Math.round(gap / (1000 / 60)) - 1), 0)

try {
  const desk = await context.newPage()
  const bare = await context.newPage()
  await bare.goto(`${base}/dev/reference`)
  await desk.goto(`${base}/desk/chat`)
  await desk.waitForFunction((count) => document.querySelectorAll('[data-testid="conversation"]').length === count, CHATS)
  await desk.locator('[data-conversation="many50"]').click()
  await desk.getByTestId('composer').waitFor()

  const [work, bareWork] = [await thread(desk), await thread(bare)]
  line('opening', 'median', 'p95', 'worst', 'main thread, median')
  line('---', '---', '---', '---', '---')
  const times = { first: empty(), again: empty(), whole: empty(), bare: empty() }
  for (let i = 2; i < 2 + OPENED; i++) {
    await bare.bringToFront()
    await timed(times.bare, bareWork, () => openBare(bare, `many${i}`))
    await desk.bringToFront()
    await timed(times.first, work, () => open(desk, `many${i}`))
    await pause(80)
  }
  line('bare page', ...both(times.bare))
  line(`of ${HISTORY.toLocaleString('en')} messages, for the first time`, ...both(times.first))
  for (let i = 2; i < 2 + OPENED; i++) await timed(times.again, work, () => open(desk, `many${i}`))
  line('again', ...both(times.again))

  await open(desk, 'many1')
  await desk.evaluate(async () => {
    for (let i = 0; i < 4_000 && !document.querySelector('[data-seq="1"]'); i++) {
      document.querySelector('[role="log"]').scrollTop = 0
      await new Promise((resolve) => setTimeout(resolve, 15))
    }
    if (!document.querySelector('[data-seq="1"]')) throw new Error('the beginning was not reached')
  })
  for (let i = 0; i < 12; i++) {
    await open(desk, 'many2')
    await timed(times.whole, work, () => open(desk, 'many1'))
  }

  line(`with all ${HISTORY.toLocaleString('en')} in the page`, ...both(times.whole))

  const typed = { desk: [], bare: [] }
  for (let round = 0; round < ROUNDS; round++) {
    await bare.bringToFront()
    typed.bare.push(await type(bare, bareWork, '#field'))
    await desk.bringToFront()
    typed.desk.push(await type(desk, work, '[data-testid="composer"]'))
  }
  console.log()
  line('typing', 'frames', 'dropped', 'longest frame', 'key to paint, median', 'p95', 'worst', 'main thread a key')
  line('---', '---', '---', '---', '---', '---', '---', '---')
  for (const [name, rounds] of [[`${CHATS} chats, ${TALK} messages a second`, typed.desk], ['bare page', typed.bare]]) {
    const gaps = rounds.flatMap((it) => it.gaps)
    line(name, gaps.length, dropped(gaps), ms(Math.max(...gaps)), ...figures(rounds.flatMap((it) => it.delays)), ms(rounds.reduce((sum, it) => sum + it.thread, 0) / (ROUNDS * KEYS)))
  }
} finally {
  await browser.close()
  mock.kill()
}
