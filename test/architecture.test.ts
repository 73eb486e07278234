import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { expect, test } from 'vitest'

/** Who may import whom (README, "The house"). Everyone may use their own room and what every room stands on. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  http: ['conversation', 'services', 'knowledge', 'evaluation', 'city', 'wire.ts'],
  evaluation: ['conversation', 'services', 'knowledge', 'content', 'language', 'store'],
  conversation: ['model', 'knowledge', 'services', 'content', 'language', 'store'],
  model: ['language'],
  knowledge: ['content', 'language'],
  services: ['content', 'city', 'language', 'store'],
  content: ['language'],
  city: ['language'],
  language: [],
  store: [],
  web: ['wire.ts'],
  wire: [],
}

/** The commands stand before the rooms, as app.ts does, and see all of them. */
const FRONT_STEPS = 'commands'

/** Files of no room. */
const GROUND = ['errors.ts', 'breaker.ts']

const SRC = resolve(import.meta.dirname, '../src')

type Import = { readonly file: string; readonly from: string; readonly to: string; readonly typeOnly: boolean }

function importsOf(file: string): Import[] {
  const text = readFileSync(file, 'utf8')
  const found: Import[] = []
  for (const match of text.matchAll(/(?:import|export)\s+(type\s+)?[^'"]*?from\s+'(\.[^']+)'|import\('(\.[^']+)'\)/g)) {
    const target = relative(SRC, resolve(dirname(file), match[2] ?? match[3] ?? ''))
    const from = relative(SRC, file)
    found.push({
      file: from,
      from: from.split('/')[0] ?? '',
      to: target.split('/')[0] ?? '',
      typeOnly: match[1] !== undefined,
    })
  }
  return found
}

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'))
const imports = files.flatMap((name) => importsOf(join(SRC, name)))

test('every room is known, and the check sees real imports', () => {
  const rooms = new Set(files.filter((name) => name.includes('/')).map((name) => name.split('/')[0] ?? ''))
  for (const room of rooms) expect([FRONT_STEPS, ...Object.keys(MAY_IMPORT)]).toContain(room)
  expect(imports.length).toBeGreaterThan(50)
})

test('no room imports up the stairs', () => {
  const strays = imports.filter(({ from, to }) => {
    const allowed = MAY_IMPORT[from]
    return allowed !== undefined && to !== from && !GROUND.includes(to) && !allowed.includes(to)
  })
  expect(strays.map(({ file, to }) => `${file} imports ${to}`)).toEqual([])
})

test('the web room takes only types from the wire', () => {
  const strays = imports.filter(({ from, to, typeOnly }) => from === 'web' && to === 'wire.ts' && !typeOnly)
  expect(strays.map(({ file }) => file)).toEqual([])
})

test('the sandbox city shares nothing with us but its written contract', () => {
  const strays = imports.filter(
    ({ file, to }) => file.startsWith('city/sandbox/') && to !== 'city' && to !== 'language',
  )
  expect(strays.map(({ file, to }) => `${file} imports ${to}`)).toEqual([])
})
