import type { Page } from 'playwright-core'
import { openBrowser } from '../test/browser/browser.ts'
import { sampleGuide } from '../test/browser/sample-guide.ts'
import { answer, source, startScriptedServer } from '../test/browser/scripted-server.ts'

/**
 * `npm run bench:widget`: how quickly the widget follows in a conversation of 500 messages. Prints, as JSON, milliseconds from the
 * citizen's act to the next picture for every kind of act (Event Timing; the browser counts in steps of 8 and leaves out what is
 * under 16), and until 500 messages stand on the page after a reload.
 */
const MESSAGES = 500
const ROUNDS = 10
const TEXT =
  '首次申领居住证**免费**[1]。\n\n- 居住满半年\n- 有合法稳定就业、住所或者连续就读之一\n\n自受理之日起 15 日内制发[2]。'
const SOURCES = [source('residence-permit#fees', '要多少钱'), source('residence-permit#time', '多久办好')]
const OUTCOME = { type: 'data-outcome', data: { outcome: 'answered', completeness: 'complete', engine: 'embedded' } }

const kept = Array.from({ length: MESSAGES }, (_, at) =>
  at % 2 === 0
    ? { id: `u${at}`, role: 'user', parts: [{ type: 'text', text: `第 ${at} 个问题：居住证怎么办？` }] }
    : { id: `a${at}`, role: 'assistant', parts: [{ type: 'text', text: TEXT }, ...SOURCES, OUTCOME] },
)
const server = await startScriptedServer(
  () => ({ chunks: answer(TEXT, ...SOURCES, OUTCOME) }),
  () => undefined,
  { kept, house: (_, path) => (path.startsWith('/api/guides/') ? { status: 200, body: sampleGuide() } : undefined) },
)
const browser = await openBrowser()

/** The longest duration of each interaction since the last call; one too short to be counted is left out. */
const durations = (page: Page): Promise<readonly number[]> =>
  page.evaluate(async () => {
    // Entries come once the picture is drawn.
    await new Promise((resolve) => setTimeout(resolve, 300))
    const entries = (Reflect.get(window, 'entries') as { interactionId: number; duration: number }[]).splice(0)
    const longest = new Map<number, number>()
    for (const { interactionId, duration } of entries)
      if (interactionId > 0) longest.set(interactionId, Math.max(duration, longest.get(interactionId) ?? 0))
    return [...longest.values()]
  })

async function measure(page: Page, act: () => Promise<void>) {
  await durations(page)
  for (let round = 0; round < ROUNDS; round += 1) await act()
  const seen = (await durations(page)).toSorted((one, other) => one - other)
  return { acts: ROUNDS, counted: seen.length, p50: seen[Math.floor(seen.length / 2)] ?? 0, max: seen.at(-1) ?? 0 }
}

try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, locale: 'zh-CN' })
  await page.addInitScript(() => {
    sessionStorage.setItem('bianban', JSON.stringify({ conversation: { id: 'conversation', token: 'token' } }))
    const entries: object[] = []
    Reflect.set(window, 'entries', entries)
    new PerformanceObserver((list) => entries.push(...list.getEntries())).observe({
      type: 'event',
      buffered: true,
      durationThreshold: 16,
    } as PerformanceObserverInit)
  })
  await page.goto(server.url)
  const answers = page.locator('bianban-chat article')
  await answers.nth(MESSAGES - 1).waitFor()
  const restoredMs = await page.evaluate(() => Math.round(performance.now()))
  // By selector: looking 500 messages through for a role takes the page's own time, which would be counted.
  const box = page.locator('bianban-chat #ask')
  const send = page.locator('bianban-chat .composer button[type=submit]')
  await box.click()
  const typing = await measure(page, () => page.keyboard.type('a'))
  await box.fill('')
  const large = await measure(page, () => page.locator('bianban-chat .tools [aria-pressed]').click())
  const panel = await measure(page, async () => {
    await page.locator('bianban-chat .cite').last().click()
    await page.locator('bianban-chat .panel .close').click()
  })
  const sending = await measure(page, async () => {
    await box.fill('居住证多少钱')
    await box.press('Enter')
    await send.waitFor()
  })
  console.log(
    JSON.stringify({ messages: MESSAGES, restoredMs, interactionMs: { typing, large, panel, sending } }, null, 2),
  )
} finally {
  await browser.close()
  await server.close()
}
