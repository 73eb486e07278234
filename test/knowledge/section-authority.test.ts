import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Authority, Section } from '../../src/content/index.ts'
import { createLibrary, type LibraryContent } from '../../src/knowledge/index.ts'
import { changedContent } from './sample-content.ts'

let dataDir = ''
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'bianban-authority-'))
})
afterAll(() => rm(dataDir, { recursive: true, force: true }))

const twin = (authority: Authority, line: number): Section => ({
  slug: 'faq',
  heading: '风筝线断了要赔吗？',
  text: '风筝线断了不用赔。',
  textEn: undefined,
  authority,
  line,
})

/** A guide with two items of 常见问题 that say the same, the weaker one first. */
function twins(authorityWeight: number): LibraryContent {
  const content = changedContent('kite-permit', (guide) => ({
    ...guide,
    sections: [...guide.sections, twin('unconfirmed', 90), twin('law', 91)],
  }))
  return { ...content, dials: { ...content.dials, authorityWeight } }
}

test.each([
  ['the one that rests on more comes first', 0.1, 'law'],
  ['file order stands while staff give authority no weight', 0, 'unconfirmed'],
])('of two sections that say the same %s', async (_, weight, first) => {
  await using library = createLibrary({ content: twins(weight), dataDir, log: () => undefined })
  const { passages } = await library.search('风筝线断了要赔吗', { guide: 'kite-permit', limit: 2 })
  expect(passages[0]?.authority).toBe(first)
})
