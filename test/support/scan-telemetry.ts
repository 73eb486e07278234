import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { elements } from '../../src/language/index.ts'

/** Something personal where nothing personal may stand. */
export type Hit = { readonly file: string; readonly line: number; readonly kind: string; readonly found: string }

/** Begins no longer number or id, and is no fraction of a measure. */
const ALONE = String.raw`(?<![0-9A-Za-z]|\d\.)`
const CONTEXT = { today: '2026-11-23', labels: [] }

/** Personal numbers by shape, and by their check digits where they have any; names of the citizens of the tests. */
const KINDS: readonly { readonly kind: string; readonly shape: RegExp; readonly sure?: (text: string) => boolean }[] = [
  {
    kind: 'identity number',
    shape: new RegExp(`${ALONE}\\d{17}[\\dXx](?![0-9A-Za-z])`, 'g'),
    sure: (text) => elements['citizen-id'].check(text, CONTEXT).ok,
  },
  { kind: 'mobile number', shape: new RegExp(`${ALONE}(?:86)?1[3-9]\\d{9}(?![0-9A-Za-z])`, 'g') },
  {
    kind: 'bank card',
    shape: new RegExp(`${ALONE}\\d{16,19}(?![0-9A-Za-z])`, 'g'),
    sure: (text) => elements['bank-card'].check(text, CONTEXT).ok,
  },
  { kind: 'number plate', shape: /[闽京沪粤浙苏赣][A-HJ-Z]·?[A-HJ-NP-Z0-9]{5,6}(?![0-9A-Za-z])/g },
  { kind: 'name', shape: /\p{Script=Han}(?:测试|样例|示例|虚构)(?!\p{Script=Han})|测试(?:市民|幼儿)[甲乙丙丁戊]/gu },
  { kind: 'e-mail address', shape: /[\w.+-]+@[\w-]+\.[a-z]{2,}/gi },
]

/** Everything personal in a text. */
export function personalIn(text: string, file: string): Hit[] {
  return text
    .split('\n')
    .flatMap((line, at) =>
      KINDS.flatMap(({ kind, shape, sure }) =>
        [...line.matchAll(shape)]
          .filter(([found]) => sure?.(found) ?? true)
          .map(([found]) => ({ file, line: at + 1, kind, found })),
      ),
    )
}

/** Looks through every file of a folder. @throws when there is nothing to look through: that proves nothing. */
export function scanTelemetry(folder: string): {
  readonly files: number
  readonly lines: number
  readonly hits: Hit[]
} {
  const files = readdirSync(folder)
  let lines = 0
  const hits = files.flatMap((file) => {
    const text = readFileSync(join(folder, file), 'utf8')
    lines += text.split('\n').length
    return personalIn(text, file)
  })
  if (lines === 0) throw new Error(`nothing was gathered in ${folder}`)
  return { files: files.length, lines, hits }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { files, lines, hits } = scanTelemetry(process.argv[2] ?? process.env['TELEMETRY_DIR'] ?? '')
  for (const { file, line, kind, found } of hits) console.log(`${file}:${line}: ${kind} ${found.slice(0, 3)}…`)
  console.log(`${files} files, ${lines} lines of logs, traces and metrics: ${hits.length} personal items`)
  process.exitCode = hits.length === 0 ? 0 : 1
}
