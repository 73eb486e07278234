import type { Page } from 'playwright-core'
import { openBrowser, violations } from '../test/browser/browser.ts'
import { startHostPage } from '../test/browser/host-page.ts'
import { startApp } from '../test/support/start-app.ts'

/**
 * `npm run page-checks`: what a page auditor looks at, without a network. For each page, on a phone-sized screen with a processor
 * four times as slow: milliseconds to the first and the largest paint, layout shift, bytes over the wire by kind, what is wrong with
 * headings, images and the head, and what axe finds. For the widget: milliseconds from its script to its first picture, and from
 * pressing the button in the corner to the open conversation. Prints JSON; exits 1 when a limit is passed.
 */
const LIMITS = { firstPaintMs: 1800, largestPaintMs: 2500, layoutShift: 0.1, totalKb: 300, openMs: 200 }
const SLOWDOWN = 4
const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, locale: 'zh-CN' }

/** Written down by the page itself from its first moment. */
function observe(): void {
  const seen = { largest: 0, shift: 0 }
  Reflect.set(window, 'seen', seen)
  new PerformanceObserver((list) => {
    for (const { startTime } of list.getEntries()) seen.largest = startTime
  }).observe({ type: 'largest-contentful-paint', buffered: true })
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[])
      if (!entry.hadRecentInput) seen.shift += entry.value
  }).observe({ type: 'layout-shift', buffered: true })
}

/** What is wrong with the document that axe does not look at. */
function faults(): readonly string[] {
  const heads = [...document.querySelectorAll('h1, h2, h3, h4')].map(({ localName }) => Number(localName[1]))
  const jumps = heads.some((level, at) => level > (heads[at - 1] ?? 0) + 1)
  const meta = (name: string): string => document.querySelector<HTMLMetaElement>(`meta[name=${name}]`)?.content ?? ''
  const unsized = [...document.images].filter((image) => !image.hasAttribute('width') || !image.hasAttribute('height'))
  const bad: readonly (readonly [boolean, string])[] = [
    [heads.filter((level) => level === 1).length !== 1, 'not one first heading'],
    [jumps, 'a heading level is skipped'],
    [document.title.length < 4, 'no title'],
    [meta('description').length < 8, 'no description'],
    [!meta('viewport').includes('width=device-width') || /user-scalable=no/.test(meta('viewport')), 'viewport'],
    [document.documentElement.lang === '', 'no language'],
    [unsized.length > 0, 'an image without its size'],
    [document.documentElement.scrollWidth > innerWidth, 'wider than the screen'],
    [document.querySelector('main') === null, 'no main part'],
  ]
  return bad.flatMap(([wrong, what]) => (wrong ? [what] : []))
}

async function paints(page: Page) {
  return page.evaluate(() => {
    const [first] = performance.getEntriesByName('first-contentful-paint')
    const { largest, shift } = Reflect.get(window, 'seen') as { largest: number; shift: number }
    return {
      firstPaintMs: Math.round(first?.startTime ?? 0),
      largestPaintMs: Math.round(largest),
      layoutShift: Math.round(shift * 1000) / 1000,
    }
  })
}

async function bytesByKind(page: Page): Promise<Readonly<Record<string, number>>> {
  const sizes = await page.evaluate(() =>
    [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')].map((entry) => {
      const { name, transferSize } = entry as PerformanceResourceTiming
      return { kind: /\.(js|css|svg)$/.exec(new URL(name).pathname)?.[1] ?? 'other', bytes: transferSize }
    }),
  )
  const kinds = [...new Set(sizes.map(({ kind }) => kind))]
  const kb = (kind: string): number =>
    sizes.filter((each) => each.kind === kind).reduce((sum, { bytes }) => sum + bytes, 0) / 1000
  return Object.fromEntries(kinds.map((kind) => [kind, Math.round(kb(kind) * 10) / 10]))
}

async function visit(url: string): Promise<Page> {
  const context = await browser.newContext(PHONE)
  const page = await context.newPage()
  const { send } = await context.newCDPSession(page).then((session) => ({ send: session.send.bind(session) }))
  await send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN })
  await page.addInitScript(observe)
  await page.goto(url, { waitUntil: 'networkidle' })
  return page
}

/** In light, in the dark, and in forced colours. */
async function axe(page: Page): Promise<readonly string[]> {
  const light = await violations(page)
  const colours = { rules: ['color-contrast', 'link-in-text-block'] }
  await page.emulateMedia({ colorScheme: 'dark' })
  const dark = await violations(page, colours)
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' })
  return [...light, ...dark, ...(await violations(page, colours))]
}

async function check(url: string) {
  const page = await visit(url)
  const kb = await bytesByKind(page)
  const totalKb = Math.round(Object.values(kb).reduce((sum, each) => sum + each, 0))
  const found = {
    ...(await paints(page)),
    totalKb,
    kb,
    faults: await page.evaluate(faults),
    axe: await axe(page),
  }
  await page.context().close()
  return found
}

/** From the press on the corner's button to the picture after it. */
async function opening(url: string): Promise<number> {
  const page = await visit(url)
  await page.locator('bianban-chat .launcher').waitFor()
  const ms = await page.locator('bianban-chat').evaluate(
    (chat) =>
      new Promise<number>((resolve) => {
        const from = performance.now()
        chat.shadowRoot?.querySelector<HTMLElement>('.launcher')?.click()
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - from)))
      }),
  )
  await page.context().close()
  return Math.round(ms)
}

/** On a page of another origin: from the arrival of the script to the first picture of the widget. */
async function embeddedPaint(url: string): Promise<number> {
  const page = await visit(url)
  await page.locator('bianban-chat .welcome').waitFor()
  const ms = await page.evaluate(() => {
    const script = performance.getEntriesByType('resource').find(({ name }) => name.endsWith('bianban-chat.js'))
    const [first] = performance.getEntriesByName('first-contentful-paint')
    return (first?.startTime ?? 0) - ((script as PerformanceResourceTiming | undefined)?.responseEnd ?? 0)
  })
  await page.context().close()
  return Math.round(ms)
}

const host = await startHostPage()
const app = await startApp({ env: { EMBED_ORIGINS: host.url } })
host.embed(app.url)
const browser = await openBrowser()
try {
  const pages = {
    portal: await check(`${app.url}/`),
    guide: await check(`${app.url}/guides/residence-permit`),
    missing: await check(`${app.url}/nowhere`),
    kiosk: await check(`${app.url}/?mode=kiosk`),
  }
  const widget = {
    firstPaintAfterScriptMs: await embeddedPaint(host.url),
    openMs: await opening(`${app.url}/guides/residence-permit`),
  }
  console.log(JSON.stringify({ slowdown: SLOWDOWN, pages, widget, limits: LIMITS }, null, 2))
  const passed = Object.values(pages).every(
    ({ firstPaintMs, largestPaintMs, layoutShift, totalKb, faults: wrong, axe }) =>
      firstPaintMs <= LIMITS.firstPaintMs &&
      largestPaintMs <= LIMITS.largestPaintMs &&
      layoutShift <= LIMITS.layoutShift &&
      totalKb <= LIMITS.totalKb &&
      wrong.length === 0 &&
      axe.length === 0,
  )
  process.exitCode = passed && widget.openMs <= LIMITS.openMs ? 0 : 1
} finally {
  await browser.close()
  await app.close()
  await host.close()
}
