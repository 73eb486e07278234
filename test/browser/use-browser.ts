import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { openBrowser } from './browser.ts'

/** One browser for a test file, closed after its last test. Gives back how to open a page in a context of its own, in 简体 unless said otherwise. */
export function useBrowser(): (options?: BrowserContextOptions) => Promise<Page> {
  let browser: Browser | undefined
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser?.close())
  return async (options) => {
    if (browser === undefined) throw new Error('a page opens only within a test')
    const context = await browser.newContext({ locale: 'zh-CN', ...options })
    return context.newPage()
  }
}
