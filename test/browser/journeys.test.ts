import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startApp, type RunningApp } from '../support/start-app.ts'
import { picture, violations } from './browser.ts'
import { answerTo, askedField, question } from './sample-citizen.ts'
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

async function visit(width: number, height: number): Promise<Page> {
  const page = await newPage({ viewport: { width, height }, reducedMotion: 'reduce' })
  await page.goto(app.url)
  await composer(page).waitFor()
  return page
}

/** Looks at a state of the page: a picture for people, and nothing for axe to find. */
async function look(page: Page, name: string): Promise<void> {
  await picture(page, name)
  expect(await violations(page), name).toEqual([])
}

async function idle(page: Page): Promise<void> {
  await page.getByRole('button', { name: '发送' }).waitFor()
}

/** Presses a key until the focus is on what has this name; the names passed over are given back when it never comes. */
async function walkTo(page: Page, name: RegExp, key = 'Tab'): Promise<void> {
  const passed: string[] = []
  for (let step = 0; step < 60; step += 1) {
    await page.keyboard.press(key)
    const focused = await page.evaluate(() => {
      const outer = document.activeElement
      const inner = outer?.shadowRoot?.activeElement ?? outer
      const label =
        inner instanceof HTMLInputElement || inner instanceof HTMLTextAreaElement ? inner.labels?.[0] : undefined
      return (label?.textContent ?? inner?.getAttribute('aria-label') ?? inner?.textContent ?? '').trim()
    })
    if (name.test(focused)) return
    passed.push(focused.slice(0, 20))
  }
  throw new Error(`never came to ${name.source}: ${passed.join(' | ')}`)
}

describe('from a question to a receipt', () => {
  test('by mouse, on a desk: asks, reads the guide, fills the form, corrects, reloads, reviews, files', async () => {
    const page = await visit(1280, 900)
    await page
      .getByRole('button', { name: /居住证/ })
      .first()
      .waitFor()
    await look(page, 'mouse-1-portal')

    await page.getByRole('searchbox').fill('居住证怎么办')
    await page.getByRole('button', { name: '问边办' }).click()
    await idle(page)
    await look(page, 'mouse-2-answer')
    await page
      .getByRole('link', { name: /^来源 1/ })
      .first()
      .click()
    const [guide] = await Promise.all([
      page.context().waitForEvent('page'),
      page.getByRole('link', { name: /^看整份指南/ }).click(),
    ])
    await guide.getByRole('heading', { level: 1 }).waitFor()
    expect(guide.url()).toMatch(/\/guides\/residence-permit#[a-z]+$/)
    await look(guide, 'mouse-3-guide')
    await guide.close()
    await page.getByRole('button', { name: '关闭' }).click()

    await page
      .locator('#services')
      .getByRole('button', { name: /居住证申领/ })
      .first()
      .click()
    await question(page).waitFor()
    await look(page, 'mouse-4-form')
    for (let field = await askedField(page); field !== undefined; field = await askedField(page)) {
      const choice = question(page).getByRole('button', { name: answerTo(field), exact: true })
      if ((await choice.count()) > 0) await choice.click()
      else {
        await question(page).locator(`[name=${field}]`).fill(answerTo(field))
        await question(page).getByRole('button', { name: '填好了' }).click()
      }
      await page.locator(`bianban-chat section.form > .answers [name=${field}]`).first().waitFor({ state: 'detached' })
    }
    await look(page, 'mouse-5-filled')

    await page.getByRole('button', { name: '修改手机号' }).click()
    await page.locator('bianban-chat .editing [name=mobile]').fill('13900000001')
    await page.getByRole('button', { name: '填好了' }).click()
    await page.getByText('139****0001').first().waitFor()

    await page.reload()
    await page.getByRole('button', { name: '去核对' }).click()
    await page.getByRole('button', { name: '确认提交' }).waitFor()
    const review = page.locator('bianban-chat section.review')
    for (const value of ['陈大文', '11010519491231002X', '13900000001', '表单填写'])
      expect(await review.textContent()).toContain(value)
    await look(page, 'mouse-6-review')

    await review.getByRole('button', { name: '修改手机号' }).click()
    await review.locator('[name=mobile]').fill('139')
    await review.getByRole('button', { name: '填好了' }).click()
    await review.getByRole('alert').waitFor()
    await review.locator('[name=mobile]').fill('13900000002')
    await review.getByRole('button', { name: '填好了' }).click()
    await review.getByText('13900000002').waitFor()
    expect(await review.count()).toBe(1)

    await say(page, '确认提交')
    await idle(page)
    expect(await page.locator('bianban-chat section.receipt').count()).toBe(0)
    expect(await review.count()).toBe(1)

    await review.getByRole('checkbox').check()
    await review.getByRole('button', { name: '确认提交' }).click()
    await page.locator('bianban-chat section.receipt').waitFor()
    await look(page, 'mouse-7-receipt')
    const [number, code] = await page.locator('bianban-chat section.receipt dd').allTextContents()
    const found = await fetch(`${app.url}/api/cases/${number ?? ''}`, { headers: { 'x-query-code': code ?? '' } })
    expect(found.status).toBe(200)
    await page.goto(`${app.url}/?case=${number ?? ''}`)
    await page.getByLabel('查询码').fill(code ?? '')
    await page.getByRole('button', { name: '查进度' }).click()
    await page.locator('#track .steps li').first().waitFor()
    expect(await page.getByLabel('受理编号').inputValue()).toBe(number)
    await look(page, 'mouse-8-tracked')
    await page.getByLabel('查询码').fill('WRONG123')
    await page.getByRole('button', { name: '查进度' }).click()
    await page.getByText('没有查到').waitFor()
    await page.context().close()
  })

  test('by keyboard alone, on a phone-sized screen', async () => {
    const page = await visit(390, 844)
    await walkTo(page, /跳到对话/)
    await page.keyboard.press('Enter')
    await walkTo(page, /输入您的问题/)
    await page.keyboard.type('我要办居住证')
    await page.keyboard.press('Enter')
    await idle(page)
    await walkTo(page, new RegExp(answerTo('situation')), 'Shift+Tab')
    await look(page, 'keyboard-1-form')
    for (let field = await askedField(page); field !== undefined; field = await askedField(page)) {
      const choices = await question(page).locator('button[name]').allTextContents()
      const focused = await page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.getAttribute('name'))
      if (field === 'livesSince') {
        // A date can be said as well as picked.
        await walkTo(page, /输入您的问题/)
        await page.keyboard.type('2024年1月15日开始住的')
        await page.keyboard.press('Enter')
        await idle(page)
      } else if (choices.length > 0) {
        if (focused !== field) {
          await walkTo(page, new RegExp(choices[0]?.trim() ?? ''), 'Shift+Tab')
        }
        for (const choice of choices) {
          if (choice.trim() === answerTo(field)) break
          await page.keyboard.press('Tab')
        }
        await page.keyboard.press('Enter')
      } else {
        // The next question has the focus already: a citizen at the keyboard only goes on typing.
        if (focused !== field) throw new Error(`${field} was asked, but the focus is on ${focused ?? 'nothing'}`)
        await page.keyboard.type(answerTo(field))
        await page.keyboard.press('Enter')
      }
      await page.locator(`bianban-chat section.form > .answers [name=${field}]`).first().waitFor({ state: 'detached' })
    }
    await look(page, 'keyboard-2-filled')
    await page.keyboard.press('Enter')
    await page.locator('bianban-chat section.review').waitFor()
    await look(page, 'keyboard-3-review')
    await walkTo(page, /我已核对/)
    await page.keyboard.press('Space')
    await walkTo(page, /确认提交/)
    await page.keyboard.press('Enter')
    await page.locator('bianban-chat section.receipt').waitFor()
    expect(await page.locator('bianban-chat section.receipt dd').first().textContent()).toMatch(/\w{6}/)
    await look(page, 'keyboard-4-receipt')
    await page.context().close()
  })
})

describe('hostile words', () => {
  test('typed by a citizen and filled into a form stay words', async () => {
    const page = await visit(1280, 900)
    const hostile = '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>'
    await say(page, `${hostile} 居住证怎么办`)
    await idle(page)
    await say(page, '我要办居住证')
    await idle(page)
    await page.getByRole('button', { name: /一次填完/ }).click()
    await page.locator('bianban-chat .answers [name=address]').fill(`思明区莲前街道${hostile}`)
    await page.locator('bianban-chat .answers [name=name]').fill(hostile)
    await page.getByRole('button', { name: '全部填好了' }).click()
    await page.locator('bianban-chat section.form[aria-busy=false]').waitFor()
    await look(page, 'hostile-form')
    expect(await page.evaluate(() => Reflect.has(window, 'hacked'))).toBe(false)
    expect(await page.locator('bianban-chat').locator('img, script, [onerror]').count()).toBe(0)
    await page.context().close()
  })
})
