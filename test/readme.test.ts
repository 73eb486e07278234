import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '..')
const readme = readFileSync(resolve(root, 'README.md'), 'utf8')
const journeys = readdirSync(resolve(root, 'test/journeys')).filter((name) => name.endsWith('.test.ts'))

test('every promise of the README has a journey that cites it', () => {
  const promises = [...readme.matchAll(/^\| (P\d+) \|/gm)].map(([, id]) => id)
  expect(promises.length).toBeGreaterThanOrEqual(10)
  const cited = journeys.map((name) => readFileSync(resolve(root, 'test/journeys', name), 'utf8')).join('\n')
  expect(promises.filter((id) => !new RegExp(`\\b${id}\\b`).test(cited))).toEqual([])
})

test.each(['README.md', 'bench/README.md', 'evals/README.md'])(
  'every command that %s names is a script of package.json',
  (file) => {
    const { scripts } = JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8')) as {
      scripts: Record<string, string>
    }
    const named = [...readFileSync(resolve(root, file), 'utf8').matchAll(/npm run ([\w:-]+)/g)].map(
      ([, name]) => name ?? '',
    )
    expect(named.filter((name) => !(name in scripts))).toEqual([])
  },
)

test('every file the README links to exists', () => {
  const links = [...readme.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, path]) => path ?? '')
  expect(links.length).toBeGreaterThan(8)
  for (const link of links) expect(() => readFileSync(resolve(root, link))).not.toThrow()
})
