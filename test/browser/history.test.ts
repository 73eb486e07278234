import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { picture, violations } from './browser.ts'
import { composer, OUTCOME, say, usePages } from './scripted-page.ts'
import { answer, source, type Desk } from './scripted-server.ts'

const pageWith = usePages()

/** A house that opens a new conversation each time and keeps what was said in the first. */
function manyConversations() {
  let opened = 0
  const erased: string[] = []
  const house: Desk = (method, path) => {
    const id = /^\/api\/conversations\/(c\d)$/.exec(path)?.[1]
    if (path === '/api/conversations') {
      opened += 1
      return { status: 201, body: { id: `c${opened}`, token: `t${opened}`, expiresAt: '2027-01-01T00:00:00Z' } }
    }
    if (id === undefined) return undefined
    if (method === 'DELETE') {
      erased.push(id)
      return { status: 200, body: {} }
    }
    const messages = [{ id: 'u', role: 'user', parts: [{ type: 'text', text: '护照多少钱' }] }]
    return { status: 200, body: { id, locale: 'zh-Hans', messages, application: null, cases: [] } }
  }
  return { house, erased }
}

const answered = () => ({
  chunks: answer('工本费120元。[1]', source('passport#fees', '要多少钱'), OUTCOME),
})
const more = (page: Page) => page.getByRole('button', { name: '更多' }).click()
const restart = (page: Page) => page.getByRole('button', { name: '新对话' }).click()

async function twoConversations() {
  const { house, erased } = manyConversations()
  const { page } = await pageWith(answered, undefined, { house })
  await say(page, '护照多少钱')
  await page.locator('bianban-chat .answer-foot').waitFor()
  await restart(page)
  await say(page, '居住证多少钱')
  await page.locator('bianban-chat .answer-foot').waitFor()
  return { page, erased }
}

describe('her conversations on this device', () => {
  test('are listed, and go on where they were', async () => {
    const { page } = await twoConversations()
    await more(page)
    expect(await page.locator('bianban-chat .kept .open span').allTextContents()).toEqual(['护照多少钱'])
    await picture(page, 'history')
    expect(await violations(page)).toEqual([])
    await page.getByRole('button', { name: /^护照多少钱/ }).click()
    await page.locator('bianban-chat article.user').getByText('护照多少钱').waitFor()
    await more(page)
    await page.getByRole('button', { name: /^居住证多少钱/ }).waitFor()
  })

  test('leave with the tab, unless she asks the device to remember them', async () => {
    const { page } = await twoConversations()
    const another = await page.context().newPage()
    const kept = async (): Promise<number> => {
      await another.goto(page.url())
      await more(another)
      return another.locator('bianban-chat .kept li').count()
    }
    expect(await kept()).toBe(0)
    await more(page)
    await page.getByRole('checkbox', { name: '在这台设备上记住我的对话' }).check()
    expect(await kept()).toBe(2)
  })

  test('are deleted one by one or all at once, at the server too', async () => {
    const { page, erased } = await twoConversations()
    page.on('dialog', (dialog) => void dialog.accept())
    await more(page)
    await page.getByRole('button', { name: '删除对话：护照多少钱' }).click()
    await page.getByText('这里还没有别的对话').waitFor()
    expect(erased).toEqual(['c1'])
    await page.getByRole('button', { name: '删除我的全部对话' }).click()
    await page.locator('bianban-chat .welcome').waitFor({ state: 'attached' })
    expect(erased).toEqual(['c1', 'c2'])
    expect(await page.evaluate(() => sessionStorage.getItem('bianban'))).not.toContain('居住证多少钱')
  })

  test('stay listed when the server cannot delete them, and she is told', async () => {
    const { page } = await twoConversations()
    page.on('dialog', (dialog) => void dialog.accept())
    await more(page)
    await page.context().setOffline(true)
    await page.getByRole('button', { name: '删除对话：护照多少钱' }).click()
    await page.getByRole('alert').getByText('连不上网络').waitFor()
    expect(await page.locator('bianban-chat .kept li').count()).toBe(1)
  })
})

test('the conversation can be saved as a file, each answer marked with its origin and with its source', async () => {
  const { page } = await twoConversations()
  await more(page)
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '把对话存成文件' }).click(),
  ])
  const text = await readFile(await file.path(), 'utf8')
  expect(text).toMatch(/^您\n居住证多少钱\n\n【官方指南】.*\n工本费120元。\[1\]\n\n依据\n\[1\] 要多少钱 http.*#fees$/)
})

test('a draft survives a reload', async () => {
  const { page } = await pageWith(answered)
  await composer(page).fill('我想问')
  await page.reload()
  await expect.poll(() => composer(page).inputValue()).toBe('我想问')
  await composer(page).press('Enter')
  await page.locator('bianban-chat .answer-foot').waitFor()
  await page.reload()
  await page.locator('bianban-chat article.user').waitFor()
  expect(await composer(page).inputValue()).toBe('')
})
