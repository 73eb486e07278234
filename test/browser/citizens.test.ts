import type { BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startApp, type RunningApp } from '../support/start-app.ts'
import { picture, violations } from './browser.ts'
import { useBrowser } from './use-browser.ts'

const newPage = useBrowser()

let app: RunningApp
beforeAll(async () => {
  app = await startApp()
})
afterAll(async () => {
  await app?.close()
})

async function visit(options: BrowserContextOptions): Promise<Page> {
  const page = await newPage({ reducedMotion: 'reduce', ...options })
  await page.goto(app.url)
  await page.locator('bianban-chat .welcome').waitFor()
  return page
}

/** Asks in the words of the interface, and gives back the answer. */
async function ask(page: Page, words: string, send: string): Promise<string> {
  await page.locator('bianban-chat #ask').fill(words)
  await page.getByRole('button', { name: send, exact: true }).click()
  await page.getByRole('button', { name: send, exact: true }).waitFor()
  await page.locator('bianban-chat .message:last-of-type .sources').waitFor()
  return (await page.locator('bianban-chat .prose').last().textContent()) ?? ''
}

describe('from a question to a form', () => {
  test('an old citizen, in large text, one thing at a time', async () => {
    const page = await visit({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })
    await page.getByRole('button', { name: '大字' }).tap()
    expect(await ask(page, '高龄津贴怎么领', '发送')).toMatch(/高龄|津贴/)
    await ask(page, '居住证要带什么', '发送')
    expect(await page.getByRole('article').count()).toBe(2)
    await page.getByText('前面的对话（2 条）').tap()
    expect(await page.getByRole('article').count()).toBe(4)
    await picture(page, 'citizen-elder')
    expect(await violations(page)).toEqual([])
  })

  test('a reader of 繁體 asks, and is answered in kind', async () => {
    const page = await visit({ viewport: { width: 1280, height: 900 } })
    await page.getByLabel('界面语言').selectOption('zh-Hant')
    expect(await ask(page, '居住證要多少錢？', '傳送')).toMatch(/免費/)
    await page.getByRole('button', { name: '有幫助' }).click()
    await page.getByText('謝謝，已記下').waitFor()
    await picture(page, 'citizen-hant')
    expect(await violations(page)).toEqual([])
  })

  test('a reader of English asks, and starts a form', async () => {
    const page = await visit({ viewport: { width: 1280, height: 900 } })
    await page.getByLabel('界面语言').selectOption('en')
    expect(await ask(page, 'How much does a passport cost?', 'Send')).toContain('120')
    await page.locator('#services').getByRole('button', { name: /护照/ }).first().click()
    await page.locator('bianban-chat section.form').getByText('filled in', { exact: false }).first().waitFor()
    await picture(page, 'citizen-en')
    expect(await violations(page)).toEqual([])
  })

  test('on a phone, by touch: from the guide in the corner to a person', async () => {
    const page = await visit({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })
    await page.goto(`${app.url}/guides/residence-permit`)
    await page.getByRole('button', { name: '问边办' }).tap()
    await page.getByRole('button', { name: '发送' }).tap()
    await page.locator('bianban-chat .sources').waitFor()
    await picture(page, 'citizen-phone')
    await page.getByRole('button', { name: '找人工' }).tap()
    const ticket = page.locator('bianban-chat section.handover')
    await ticket.waitFor()
    expect(await ticket.textContent()).toMatch(/工单号\s*\w{2}\d{8}-\w+/)
    expect(await ticket.getByRole('link').getAttribute('href')).toBe('tel:12345')
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    expect(await violations(page)).toEqual([])
  })
})
