/** `npm run lines`: lines of code per room, of the tests and of the staff files, as JSON. Blank lines count. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '..')

function linesBelow(folder: string, ending: RegExp): { files: number; lines: number; largest: number } {
  const sizes = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => ending.test(name) && statSync(join(root, folder, name)).isFile())
    .map((name) => readFileSync(join(root, folder, name), 'utf8').split('\n').length - 1)
  return { files: sizes.length, lines: sizes.reduce((sum, size) => sum + size, 0), largest: Math.max(0, ...sizes) }
}

const code = /\.(?:ts|css|html)$/
const rooms = readdirSync(join(root, 'src'), { withFileTypes: true }).filter((entry) => entry.isDirectory())
const report = {
  ...Object.fromEntries(rooms.map(({ name }) => [`src/${name}`, linesBelow(`src/${name}`, code)])),
  src: linesBelow('src', code),
  test: linesBelow('test', code),
  bench: linesBelow('bench', code),
  knowledge: linesBelow('knowledge', /\.(?:md|yaml)$/),
  prompts: linesBelow('prompts', /\.(?:md|yaml)$/),
}
process.stdout.write(`${JSON.stringify(report, null, 2)}\n`)
