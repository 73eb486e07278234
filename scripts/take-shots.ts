import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { BrowserContextOptions } from 'playwright-core'
import { openBrowser } from '../test/browser/browser.ts'
import { reach, serverOf, STATES } from '../test/browser/states.ts'
import { startApp } from '../test/support/start-app.ts'

/** `npm run shots`: a picture of each state of the widget, in each way of looking at it, to test-results/shots/. For people to look at. */
const FOLDER = 'test-results/shots'
type Look = BrowserContextOptions & { readonly large?: boolean }
const LOOKS: Readonly<Record<string, Look>> = {
  desk: { viewport: { width: 1280, height: 900 } },
  phone: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
  dark: { viewport: { width: 390, height: 844 }, colorScheme: 'dark' },
  elder: { viewport: { width: 390, height: 844 }, large: true },
  kiosk: { viewport: { width: 1080, height: 1920 }, hasTouch: true, large: true },
  'forced-colours': { viewport: { width: 390, height: 844 }, forcedColors: 'active' },
  'zoom-400': { viewport: { width: 320, height: 256 }, deviceScaleFactor: 4, reducedMotion: 'reduce' },
}

const PAGES = { portal: '/', guide: '/guides/residence-permit', missing: '/nowhere', kiosk: '/?mode=kiosk' }

const browser = await openBrowser()
let taken = 0

async function shoot(look: string, name: string): Promise<void> {
  const { large = false, ...context } = LOOKS[look] ?? {}
  const server = await serverOf(name)
  const page = await browser.newPage({ locale: 'zh-CN', ...context })
  try {
    await page.goto(server.url)
    if (large) await page.getByRole('button', { name: '大字' }).click()
    await reach(page, name)
    await page.locator('bianban-chat').evaluate((widget) => widget.scrollIntoView({ block: 'start' }))
    await page.screenshot({ path: join(FOLDER, `${look}-${name}.png`) })
    taken += 1
  } finally {
    await page.context().close()
    await server.close()
  }
}

/** Pages of the whole house, with the city's own guides. */
async function shootPages(look: string, url: string): Promise<void> {
  const { large: _, ...context } = LOOKS[look] ?? {}
  for (const [name, path] of Object.entries(PAGES)) {
    const page = await browser.newPage({ locale: 'zh-CN', ...context })
    await page.goto(`${url}${path}`)
    await page.screenshot({ path: join(FOLDER, `${look}-page-${name}.png`), fullPage: name !== 'kiosk' })
    await page.context().close()
    taken += 1
  }
}

mkdirSync(FOLDER, { recursive: true })
try {
  const only = process.argv.slice(2)
  const looks = Object.keys(LOOKS).filter((each) => only.length === 0 || only.includes(each))
  for (const look of looks)
    for (const name of Object.keys(STATES)) {
      // A citation on a small screen is a link into a new window.
      if (name !== 'guide' || look === 'desk') await shoot(look, name)
    }
  const app = await startApp()
  for (const look of looks) await shootPages(look, app.url)
  await app.close()
  console.log(`${taken} pictures in ${FOLDER}`)
} finally {
  await browser.close()
}
