import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launch, person, picture, signIn } from './browser'
import { LANGUAGES, ON_A_PHONE, THEMES, Walk } from './pages'

/** With BATON_PAGES=pictures every page is kept as a picture too, to look at them. */
const keepsPictures = process.env.BATON_PAGES === 'pictures'
/** An administrator has some twenty pages, and each is read twice. */
const PATIENCE_MS = 300_000
const PEOPLE = { agent: 'kf001', manager: 'ticketing.manager', administrator: 'acme.admin', auditor: 'acme.auditor', designer: 'acme.designer' }

describe('every page', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launch()
  })
  afterAll(() => browser.close())

  it.each(Object.entries(PEOPLE))('of an %s is sound in both languages, light and dark', async (role, user) => {
    const walk = await walkOf(user)
    await walk.page.setViewportSize({ width: 1280, height: 800 })
    const opened = await walk.paths()
    for (const [at, language] of LANGUAGES.entries()) {
      await walk.speak(language)
      // Colours do not depend on the language, nor texts on the colours: two ways through see all there is.
      const theme = THEMES[at]!
      await walk.look(theme)
      for (const path of opened) {
        await walk.open(path, `${role}, ${language}, ${theme}`)
        await walk.isTranslated()
        await walk.fitsIn()
        await walk.isAccessible()
        if (keepsPictures) await picture(walk.page, `pages/${role}${path.replaceAll('/', '-').slice(0, 40)}.${theme}`)
      }
    }
    expect(walk.faults).toEqual([])
    expect(opened.length).toBeGreaterThan(3)
    await walk.page.context().close()
  }, PATIENCE_MS)

  it('that people open on a phone fits in 360 px', async () => {
    const walk = await walkOf(PEOPLE.agent)
    await walk.page.setViewportSize({ width: 360, height: 740 })
    const all = await walk.paths()
    const paths = ON_A_PHONE.filter((path) => all.includes(path))
    for (const [at, language] of LANGUAGES.entries()) {
      await walk.speak(language)
      await walk.look(THEMES[at]!)
      for (const path of paths) {
        await walk.open(path, `phone, ${language}`)
        await walk.fitsIn()
        await walk.isAccessible()
        if (keepsPictures) await picture(walk.page, `pages/phone${path.replaceAll('/', '-')}.${language}`)
      }
    }
    expect(walk.faults).toEqual([])
    await walk.page.context().close()
  })

  async function walkOf(user: string): Promise<Walk> {
    const { page } = await person(browser)
    const walk = new Walk(page)
    await signIn(page, user, '/desk/welcome')
    await page.locator('#content h1').waitFor()
    return walk
  }
})
