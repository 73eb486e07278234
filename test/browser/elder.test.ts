import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { picture, violations } from './browser.ts'
import { OUTCOME, say, usePages } from './scripted-page.ts'
import { answer } from './scripted-server.ts'

const pageWith = usePages()

/** The browser's own voice is the outer wall: Debian's Chromium has none, so its words are written down instead. */
async function listen(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const spoken: unknown[] = []
    Reflect.set(window, 'spoken', spoken)
    const voice = {
      speak: (words: SpeechSynthesisUtterance) => spoken.push([words.lang, words.text]),
      cancel: () => spoken.push('cancel'),
    }
    Object.defineProperty(window, 'speechSynthesis', { value: voice })
  })
}
const spoken = (page: Page): Promise<unknown> => page.evaluate(() => Reflect.get(window, 'spoken') as unknown)

describe('in large text', () => {
  test('the turn at hand stands alone, and asks one thing', async () => {
    const suggestions = { type: 'data-suggestions', data: { suggestions: ['要带什么？'] } }
    const choices = { type: 'data-choices', data: { question: '哪一种？', choices: ['首次', '补领'] } }
    const { page } = await pageWith((words) => ({
      chunks: answer(`关于${words}。`, ...(words === '第二个问题' ? [choices] : []), suggestions, OUTCOME),
    }))
    await page.getByRole('button', { name: '大字' }).click()
    await say(page, '第一问')
    await page.getByRole('button', { name: '要带什么？' }).waitFor()
    await say(page, '第二个问题')
    await page.getByRole('button', { name: '补领' }).waitFor()
    expect(await page.getByRole('button', { name: '要带什么？' }).count()).toBe(0)
    expect(await page.getByRole('article').count()).toBe(2)
    await picture(page, 'elder')
    expect(await violations(page)).toEqual([])
    await page.getByText('前面的对话（2 条）').click()
    expect(await page.getByRole('article').count()).toBe(4)
  })
})

describe('an answer', () => {
  test('is read aloud sentence by sentence, without its signs, and stops when asked to', async () => {
    const { page } = await pageWith(() => ({ chunks: answer('**免费**。15 日内办好。', OUTCOME) }), undefined, {
      before: listen,
    })
    await say(page, '多久')
    await page.getByRole('button', { name: '朗读' }).click()
    expect(await spoken(page)).toEqual([
      ['zh-CN', '免费。'],
      ['zh-CN', '15 日内办好。'],
    ])
    await page.getByRole('button', { name: '停止朗读' }).click()
    expect(await spoken(page)).toContain('cancel')
    await page.getByRole('button', { name: '朗读' }).waitFor()
  })

  test('has no such button where the browser has no voice', async () => {
    const without = async (page: Page): Promise<void> => {
      await page.addInitScript(() => {
        Reflect.deleteProperty(window, 'speechSynthesis')
        Reflect.deleteProperty(Window.prototype, 'speechSynthesis')
      })
    }
    const { page } = await pageWith(() => ({ chunks: answer('免费。', OUTCOME) }), undefined, { before: without })
    await say(page, '多久')
    await page.getByRole('button', { name: '复制' }).waitFor()
    expect(await page.getByRole('button', { name: '朗读' }).count()).toBe(0)
  })
})

test('at 400 % zoom, without motion and in forced colours the chat can be read and used', async () => {
  const { page } = await pageWith(() => ({ chunks: answer('免费。', OUTCOME) }), undefined, { width: 320 })
  // A window of 1280 × 1024 at 400 % is this small to a page.
  await page.setViewportSize({ width: 320, height: 256 })
  await page.emulateMedia({ reducedMotion: 'reduce', forcedColors: 'active' })
  await say(page, '多少钱')
  await page.getByText('免费。').first().waitFor()
  await page.locator('bianban-chat').scrollIntoViewIfNeeded()
  await picture(page, 'zoom-400-forced-colours')
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
  expect(await page.locator('bianban-chat .log').evaluate((log) => log.clientHeight)).toBeGreaterThan(100)
})
