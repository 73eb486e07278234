import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
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

async function visit(path: string, locale: string): Promise<Page> {
  const page = await newPage({ viewport: { width: 1280, height: 900 }, locale })
  await page.goto(`${app.url}${path}`)
  await page.locator('bianban-chat').getByRole('textbox').or(page.locator('bianban-chat .launcher')).first().waitFor()
  return page
}

test('an English browser reads English from the start page to the form', async () => {
  const page = await visit('/', 'en-GB')
  await page.getByRole('heading', { level: 1, name: 'What do you need? Just ask.' }).waitFor()
  await page.getByRole('textbox', { name: 'Your question' }).waitFor()
  await picture(page, 'languages-1-english')
  expect(await violations(page)).toEqual([])
  await page.getByRole('link', { name: /^Xiamen residence permit/ }).click()
  await page.getByRole('heading', { name: 'What it costs' }).waitFor()
  await picture(page, 'languages-2-english-guide')
  expect(await violations(page)).toEqual([])
  await page.getByRole('link', { name: 'Apply', exact: true }).click()
  await page
    .locator('bianban-chat .offer')
    .getByRole('button', { name: /residence permit/i })
    .click()
  await page.locator('bianban-chat section.form h3').first().waitFor()
  expect(new URL(page.url()).search).toBe('')
})

test('a chosen language goes along, the conversation follows it, and what she chose in the conversation holds on its page', async () => {
  const page = await visit('/', 'zh-CN')
  await page.getByRole('combobox', { name: '界面语言' }).selectOption('en')
  await page.reload()
  await page.getByRole('textbox', { name: 'Your question' }).waitFor()
  await page.getByRole('link', { name: '繁體' }).click()
  await page.getByRole('textbox', { name: '輸入您的問題' }).waitFor()
  await picture(page, 'languages-3-traditional')
  expect(await violations(page)).toEqual([])
  await page.locator('#services').getByRole('link', { name: /護照/ }).first().click()
  expect(new URL(page.url()).searchParams.get('lang')).toBe('zh-Hant')
  await page.getByRole('heading', { name: '要多少錢' }).waitFor()
  expect(await page.locator('html').getAttribute('lang')).toBe('zh-Hant')
  expect(await violations(page)).toEqual([])
})
