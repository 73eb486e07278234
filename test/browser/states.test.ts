import type { Page } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'
import { violations } from './browser.ts'
import { reach, serverOf, STATES } from './states.ts'
import { useBrowser } from './use-browser.ts'

const newPage = useBrowser()

let looked = 0
afterAll(async () => {
  console.log(`axe found nothing in ${looked} states`)
})

/** What other colours can break. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block']

type Look = { readonly turn?: (page: Page) => Promise<unknown>; readonly rules?: readonly string[] }

/** Ways of looking at one page, each without loading it anew. */
const LOOKS: Readonly<Record<string, Look>> = {
  light: {},
  dark: { turn: (page) => page.emulateMedia({ colorScheme: 'dark' }), rules: COLOUR_RULES },
  'forced colours': {
    turn: (page) => page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' }),
    rules: COLOUR_RULES,
  },
  'large text': {
    turn: async (page) => {
      await page.emulateMedia({ forcedColors: 'none' })
      await page.locator('bianban-chat').evaluate((chat) => Reflect.set(chat, 'large', true))
    },
  },
}

test.each(Object.keys(STATES))('axe finds nothing in the state %s, however it is looked at', async (name) => {
  const server = await serverOf(name)
  // Wide enough that a citation opens beside the chat.
  const viewport = { width: 700, height: 844 }
  const page = await newPage({ viewport, reducedMotion: 'reduce' })
  try {
    await page.goto(server.url)
    await reach(page, name)
    for (const [look, { turn, ...rules }] of Object.entries(LOOKS)) {
      await turn?.(page)
      expect(await violations(page, { part: 'bianban-chat', ...rules }), look).toEqual([])
      looked += 1
    }
  } finally {
    await page.context().close()
    await server.close()
  }
})
