import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fillResidencePermit, reviewOf, submit } from '../support/filled-application.ts'
import { openSignedIn } from '../support/signed-in-citizen.ts'
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

async function visit(path: string): Promise<Page> {
  const page = await newPage({ viewport: { width: 1280, height: 900 } })
  await page.goto(`${app.url}${path}`)
  await composer(page).waitFor()
  return page
}

describe('who is it', () => {
  test('signs in from the page, sees her cases, and signs out again', async () => {
    const page = await visit('/')
    await page.getByRole('link', { name: '登录', exact: true }).click()
    await page.getByRole('button', { name: '登录' }).click()
    await page.getByRole('button', { name: '退出登录' }).waitFor()
    await page.getByText('还没有办件。').waitFor()
    await picture(page, 'account-1-signed-in')
    expect(await violations(page)).toEqual([])
    await page.getByRole('button', { name: '退出登录' }).click()
    await page.getByRole('link', { name: '登录', exact: true }).waitFor()
  })

  test('a form offers her to sign in, and goes on where it was', async () => {
    const page = await visit('/')
    await say(page, '帮我办居住证')
    await page.locator('bianban-chat section.form').getByRole('link', { name: '登录' }).click()
    await page.getByRole('button', { name: '登录' }).click()
    await page.locator('bianban-chat section.form h3').first().waitFor()
    await expect
      .poll(() => page.locator('bianban-chat section.form').getByRole('link', { name: '登录' }).count())
      .toBe(0)
  })
})

describe('my cases', () => {
  test('a case unfolds what happened to it, and opens in the chat where it was filed, with what she can still do', async () => {
    const resident = '350205200002290013'
    const me = await openSignedIn(app.url, resident, 1)
    await submit(me, await reviewOf(me, await fillResidencePermit(me)), `case-${me.id}`)
    const page = await newPage({ viewport: { width: 1280, height: 900 } })
    const [name, value] = me.cookie.split('=')
    await page.context().addCookies([{ name: name ?? '', value: value ?? '', url: app.url }])
    await page.goto(app.url)
    const entry = page.locator('#cases li').first()
    await entry.locator('summary').click()
    await entry.getByText(/^最晚 \d{4}年\d+月\d+日 办结$/).waitFor()
    expect(await entry.locator('.steps li').count()).toBeGreaterThan(0)
    expect(await violations(page)).toEqual([])
    await entry.getByRole('button', { name: /^在对话里打开/ }).click()
    await page.locator('bianban-chat .receipt').waitFor()
    await page.getByRole('button', { name: '撤回', exact: true }).waitFor()
    await picture(page, 'account-3-case')
  })
})

describe('what is kept of her', () => {
  test('she takes it along as a page, and deletes all of it once her face was checked', async () => {
    const page = await visit('/')
    await page.getByRole('link', { name: '登录', exact: true }).click()
    await page.getByRole('button', { name: '登录' }).click()
    await page.getByRole('button', { name: '退出登录' }).waitFor()
    await say(page, '居住证要带什么？')
    await page.getByRole('button', { name: '发送' }).waitFor()
    await page.getByRole('button', { name: '更多' }).click()
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '导出我的资料（可打印）' }).click(),
    ])
    expect(await readFile(await saved.path(), 'utf8')).toContain('居住证要带什么')

    const forget = page.getByRole('button', { name: '删除我的资料' })
    const dialog = page.getByRole('dialog', { name: '删除我的资料？' })
    await forget.press('Enter')
    expect(await dialog.getByRole('button', { name: '取消' }).evaluate((button) => button.matches(':focus'))).toBe(true)
    await picture(page, 'account-2-forget')
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'hidden' })
    expect(await forget.evaluate((button) => button.matches(':focus'))).toBe(true)

    await forget.press('Enter')
    await dialog.getByRole('button', { name: '确认删除' }).press('Enter')
    await page.getByRole('alert').getByRole('link', { name: '去人脸核验' }).click()
    await page.getByRole('button', { name: '登录' }).click()
    await page.getByRole('button', { name: '退出登录' }).waitFor()
    await page.getByRole('button', { name: '更多' }).click()
    await forget.press('Enter')
    await dialog.getByRole('button', { name: '确认删除' }).press('Enter')
    const told = page.getByText('您的资料已经删除，您已退出登录。')
    await told.waitFor()
    expect(await told.evaluate((line) => line.matches(':focus'))).toBe(true)
    expect(await page.locator('bianban-chat article').count()).toBe(0)
    await page.getByRole('link', { name: '登录', exact: true }).waitFor()
    expect(await forget.count()).toBe(0)
  })
})

/** The citizen walks away for longer than a visit lasts, and the start page waits for the next one. */
async function walkAway(page: Page): Promise<void> {
  const start = page.waitForURL(`${app.url}/?mode=kiosk`)
  await page.clock.fastForward(180_000)
  await start
  await page.locator('body.kiosk bianban-chat .welcome').waitFor()
}

const whoIsThere = (page: Page): Promise<unknown> =>
  page.evaluate(async () => (await (await fetch('/api/me')).json()).signedIn)

describe('a public terminal', () => {
  test('stays one through signing in, and signs out whoever walked away, on whatever page she is', async () => {
    const page = await visit('/?mode=kiosk')
    await page.getByRole('link', { name: '登录', exact: true }).click()
    await page.getByRole('button', { name: '登录' }).click()
    await page.getByRole('button', { name: '退出登录' }).waitFor()
    expect(page.url()).toBe(`${app.url}/?mode=kiosk`)
    expect(await whoIsThere(page)).toBe(true)
    await say(page, '居住证要带什么？')
    await page.locator('bianban-chat article.assistant .sources').waitFor()
    await page.locator('#services a[href^="/guides/residence-permit?"]').click()
    await page.locator('body.guide.kiosk').waitFor()
    await page.clock.install()
    await page.reload()
    await page.locator('.brand').click()
    await page.locator('body.portal.kiosk bianban-chat article.user').waitFor()
    await page.goBack()
    await page.locator('body.guide.kiosk').waitFor()
    await walkAway(page)
    expect(await whoIsThere(page)).toBe(false)
    expect(await page.locator('bianban-chat article.user').count()).toBe(0)
    await page.goBack()
    await page.locator('body.kiosk').waitFor()
    expect(await page.locator('bianban-chat article.user').count()).toBe(0)
  })

  test('opens what an answer cites in the same window', async () => {
    const page = await visit('/?mode=kiosk')
    await say(page, '居住证要带什么？')
    const cited = page.locator('bianban-chat .sources a').first()
    await cited.waitFor()
    await cited.evaluate((link) => delete (link as HTMLElement).dataset['source'])
    await cited.click()
    await page.waitForURL(/\/guides\/residence-permit\?.*mode=kiosk/)
    expect(page.context().pages()).toHaveLength(1)
    await page.locator('.hotline').dispatchEvent('click')
    expect(page.url()).toContain('mode=kiosk')
  })

  test('ends the visit of somebody who left for another page and did not come back in time', async () => {
    const page = await visit('/?mode=kiosk')
    await say(page, '居住证要带什么？')
    await page.locator('bianban-chat article.assistant .sources').waitFor()
    await page.goto('about:blank')
    await page.clock.install({ time: Date.now() + 400_000 })
    await page.goto(`${app.url}/?mode=kiosk`)
    // The page wipes what was left and loads anew.
    await page.waitForFunction(() => !(sessionStorage.getItem('bianban') ?? '').includes('居住证'))
    await page.locator('bianban-chat .welcome').waitFor()
    expect(await page.locator('bianban-chat article.user').count()).toBe(0)
  })

  test('forgets the citizen who walked away', async () => {
    const page = await visit('/?mode=kiosk')
    await page.clock.install()
    await page.reload()
    await composer(page).waitFor()
    await say(page, '居住证要带什么？')
    await page.locator('bianban-chat article.user').waitFor()
    const left = page.waitForEvent('framenavigated')
    await page.clock.fastForward(180_000)
    await left
    await page.locator('bianban-chat .welcome').waitFor()
    expect(await page.locator('bianban-chat article.user').count()).toBe(0)
    expect(await page.evaluate(() => sessionStorage.getItem('bianban'))).not.toContain('居住证')
    await picture(page, 'kiosk-1-welcome')
    expect(await violations(page)).toEqual([])
  })
})
