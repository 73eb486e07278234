import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { pdf, photoWithGps, PROGRAM } from '../support/sample-files.ts'
import { startApp, type RunningApp } from '../support/start-app.ts'
import { picture, violations } from './browser.ts'
import { composer, say } from './scripted-page.ts'
import { useBrowser } from './use-browser.ts'

const newPage = useBrowser()

let app: RunningApp
beforeAll(async () => {
  app = await startApp()
})
afterAll(async () => {
  await app?.close()
})

async function openForm(options: { hasTouch?: boolean; isMobile?: boolean }): Promise<Page> {
  const page = await newPage({ viewport: { width: 420, height: 900 }, ...options })
  await page.goto(app.url)
  await composer(page).waitFor()
  await say(page, '帮我办居住证')
  await page.getByRole('button', { name: '发送' }).waitFor()
  await page.getByRole('group').filter({ hasText: '本人相片' }).waitFor()
  await page.getByText(/^要带的材料/).click()
  return page
}

async function choose(page: Page, name: RegExp, file: { name: string; mimeType: string; buffer: Buffer }) {
  const button = page.getByRole('button', { name })
  await button.click({ trial: true })
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), button.press('Enter')])
  await chooser.setFiles(file)
}

test('a citizen hands in a photo with the keyboard, is told who checks it, and takes it back', async () => {
  const page = await openForm({})
  await choose(page, /^选文件：本人相片/, { name: '我的照片.jpg', mimeType: 'image/jpeg', buffer: photoWithGps() })
  await page.getByText('我的照片.jpg').waitFor()
  await page.getByText('系统没有核对内容，由工作人员核对', { exact: true }).waitFor()
  await picture(page, 'materials-uploaded')
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: '删除 我的照片.jpg' }).click()
  await page.getByText('我的照片.jpg').waitFor({ state: 'detached' })
  const picker = page.getByRole('button', { name: /^选文件：本人相片/ })
  expect(await picker.evaluate((button) => button.matches(':focus') && button.checkVisibility())).toBe(true)
})

test('what cannot be taken is said on the card, and the next file is taken', async () => {
  const page = await openForm({})
  const button = /^选文件：本人居民身份证/
  await choose(page, button, { name: '合同.pdf', mimeType: 'application/pdf', buffer: PROGRAM })
  await page.getByRole('alert').getByText('这个文件不能收').waitFor()
  await choose(page, button, { name: '大.jpg', mimeType: 'image/jpeg', buffer: Buffer.alloc(11 * 1024 * 1024) })
  await page.getByRole('alert').getByText('文件超过 10 MB').waitFor()
  await choose(page, button, { name: '证件.pdf', mimeType: 'application/pdf', buffer: pdf({ lines: ['证件'] }) })
  await page.getByText('证件.pdf').waitFor()
  expect(await page.getByRole('alert').count()).toBe(0)
})

test('a slow line tells how much of a file has gone', async () => {
  const page = await openForm({})
  const line = await page.context().newCDPSession(page)
  await line.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 0,
    downloadThroughput: -1,
    uploadThroughput: 1_000_000,
  })
  const buffer = Buffer.alloc(3_000_000)
  await choose(page, /^选文件：本人相片/, { name: '大照片.jpg', mimeType: 'image/jpeg', buffer })
  await page.getByText(/^[1-9]\d? %$/).waitFor()
  await page.getByRole('alert').getByText('这个文件不能收').waitFor()
  expect(await page.getByRole('progressbar', { name: /^正在上传/ }).count()).toBe(0)
})

test('a phone offers its camera', async () => {
  const page = await openForm({ hasTouch: true, isMobile: true })
  await page.getByRole('button', { name: '拍照：本人相片' }).waitFor()
})
