import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { startApp, type RunningApp } from '../support/start-app.ts'
import { picture } from './browser.ts'
import { startHostPage } from './host-page.ts'
import { say } from './scripted-page.ts'
import { useBrowser } from './use-browser.ts'

const newPage = useBrowser()

type Host = Awaited<ReturnType<typeof startHostPage>>

let friend: Host
let stranger: Host
let running: RunningApp
let page: Page
let complaints: string[]
let sent: string[]

beforeAll(async () => {
  ;[friend, stranger] = await Promise.all([startHostPage(), startHostPage()])
  running = await startApp({ env: { EMBED_ORIGINS: friend.url } })
})
afterAll(async () => {
  await Promise.all([friend.close(), stranger.close(), running.close()])
})
afterEach(() => page.context().close())

/** Opens a host page; keeps what it complains of, and the events of the widget in `window.heard`. */
async function visit(host: Host, attributes = ''): Promise<void> {
  host.embed(running.url, attributes)
  page = await newPage({ viewport: { width: 1100, height: 760 } })
  complaints = []
  sent = []
  page.on('request', (request) => {
    if (request.method() !== 'GET') sent.push(request.url())
  })
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.addInitScript(() => {
    const heard: unknown[] = []
    Reflect.set(window, 'heard', heard)
    for (const kind of ['answer', 'application', 'review', 'receipt', 'handover', 'failure'])
      addEventListener(`bianban-${kind}`, (event) => heard.push([event.type, (event as CustomEvent).detail]))
  })
  await page.goto(host.url)
}
const heard = (): Promise<unknown> => page.evaluate(() => Reflect.get(window, 'heard') as unknown)

describe('a page of another origin that is listed', () => {
  test('embeds the widget under a strict policy and hostile styles, and its citizen is answered', async () => {
    await visit(friend)
    await say(page, '居住证多少钱')
    await page.locator('bianban-chat .cite').first().waitFor()
    await picture(page, 'embedded-hostile-css')
    const looks = await page
      .locator('bianban-chat .prose p')
      .first()
      .evaluate((prose) => {
        const style = getComputedStyle(prose)
        const { width, height } = prose.getBoundingClientRect()
        const { fontSize, letterSpacing, direction, textTransform, visibility, color, textIndent } = style
        return {
          fontSize,
          letterSpacing,
          direction,
          textTransform,
          visibility,
          color,
          textIndent,
          drawn: width > 100 && height > 15,
        }
      })
    expect(looks).toEqual({
      fontSize: '16px',
      letterSpacing: 'normal',
      direction: 'ltr',
      textTransform: 'none',
      visibility: 'visible',
      color: 'rgb(19, 38, 47)',
      textIndent: '0px',
      drawn: true,
    })
    expect(complaints).toEqual([])
    await page.locator('bianban-chat .cite').first().click()
    await page.locator('bianban-chat .panel h3').waitFor()
    expect(complaints).toEqual([])
  })

  test('hears what happens by its kind, and nothing the citizen said', async () => {
    await visit(friend)
    await say(page, '我要办居住证，我叫陈测试，手机13800000001')
    await page.locator('bianban-chat section.card').first().waitFor()
    await expect.poll(heard).toContainEqual(['bianban-application', { service: 'residence-permit', status: 'draft' }])
    await expect.poll(async () => JSON.stringify(await heard())).toContain('bianban-answer')
    expect(JSON.stringify(await heard())).not.toMatch(/陈测试|138/)
  })

  test('passes a start question, a service, a theme and a language; nothing is sent or started by itself', async () => {
    await visit(friend, 'question="怎麼辦護照？" service="residence-permit" theme="dark" locale="zh-Hant"')
    const offer = page.getByRole('button', { name: /^開始辦：/ })
    await offer.waitFor()
    const box = page.getByRole('textbox', { name: '輸入您的問題' })
    expect(await box.inputValue()).toBe('怎麼辦護照？')
    expect(await page.locator('bianban-chat .frame').evaluate((frame) => getComputedStyle(frame).backgroundColor)).toBe(
      'rgb(15, 26, 32)',
    )
    await picture(page, 'embedded-dark-offer')
    expect(sent).toEqual([])
    await offer.click()
    await page.locator('bianban-chat section.card').first().waitFor()
  })
})

test('a page that is not listed gets no answer for its citizen, who is told so', async () => {
  await visit(stranger)
  await say(page, '居住证多少钱')
  await page.getByRole('alert').getByText('系统没有回应').waitFor()
  expect(await heard()).toEqual([['bianban-failure', { code: 'unreachable' }]])
})
