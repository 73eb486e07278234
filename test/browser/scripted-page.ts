import type { Locator, Page } from 'playwright-core'
import { afterEach } from 'vitest'
import { startScriptedServer, type Desk, type Reply, type Rest } from './scripted-server.ts'
import { useBrowser } from './use-browser.ts'

/** The outcome at the end of a good answer. */
export const OUTCOME = {
  type: 'data-outcome',
  data: { outcome: 'answered', completeness: 'complete', engine: 'embedded' },
}

/** A page whose server answers from a script, the words it was asked, and what its content security policy refused. */
export type ScriptedPage = {
  readonly page: Page
  readonly asked: readonly string[]
  readonly refused: readonly string[]
}

/** Opens the pages of a test file in one browser, and closes them after each test. */
export function usePages(): (
  script: (words: string) => Reply | Promise<Reply>,
  desk?: Desk,
  rest?: Rest & {
    readonly width?: number
    readonly before?: (page: Page) => Promise<void>
    /** No content security policy holds: what is inert must be so by itself. */
    readonly unguarded?: boolean
  },
) => Promise<ScriptedPage> {
  const newPage = useBrowser()
  const open: (() => Promise<void>)[] = []

  afterEach(async () => {
    for (const close of open.splice(0)) await close()
  })

  return async (script, desk, { width = 390, before, unguarded = false, ...rest } = {}) => {
    const server = await startScriptedServer(script, desk, rest)
    const page = await newPage({ viewport: { width, height: 844 }, bypassCSP: unguarded })
    const refused: string[] = []
    page.on('console', (message) => {
      if (/content security policy/i.test(message.text())) refused.push(message.text())
    })
    open.push(() => page.context().close(), server.close)
    await before?.(page)
    await page.goto(server.url)
    return { page, asked: server.asked, refused }
  }
}

/** The chat's composer. */
export function composer(page: Page): Locator {
  return page.getByRole('textbox', { name: '输入您的问题' })
}

/** Types words and sends them. */
export async function say(page: Page, words: string): Promise<void> {
  await composer(page).fill(words)
  await composer(page).press('Enter')
}
