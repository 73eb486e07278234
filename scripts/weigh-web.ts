import { readFile, mkdtemp, rm } from 'node:fs/promises'
import { SourceMap } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'vite'

/**
 * `npm run weigh`: what each part of the widget weighs in the browser, in kB (1000 bytes). Every character of the built script is put
 * down to the file it comes from; a part's share of the gzipped whole is its own gzipped size among those of all parts.
 */
const root = fileURLToPath(new URL('..', import.meta.url))

const PARTS: readonly (readonly [RegExp, string])[] = [
  [/node_modules\/(?:lit|lit-html|lit-element|@lit\/[^/]+)\//, 'lit'],
  [/node_modules\/marked\//, 'marked'],
  [/node_modules\/dompurify\//, 'dompurify'],
  [/node_modules\/((?:@[^/]+\/)?[^/]+)\//, 'other packages'],
  [/widget\/styles\//, 'ours: styles'],
  [/widget\/(?:words|around-words)\.ts/, 'ours: words'],
  [/widget\/cards\//, 'ours: cards'],
  [/src\/web\//, 'ours: conversation and frame'],
]

function partOf(source: string): string {
  return PARTS.find(([shape]) => shape.test(source))?.[1] ?? 'glue'
}

/** The script's characters by part. A place without an origin belongs to the place before it. */
function byPart(script: string, map: SourceMap): ReadonlyMap<string, string> {
  const texts = new Map<string, string>()
  let part = 'glue'
  for (const [line, text] of script.split('\n').entries()) {
    for (const [column, sign] of Array.from(text).entries()) {
      const entry = map.findEntry(line, column)
      if ('originalSource' in entry && entry.generatedLine === line && entry.generatedColumn === column)
        part = partOf(entry.originalSource)
      texts.set(part, (texts.get(part) ?? '') + sign)
    }
  }
  return texts
}

/** A script of the browser, built as it is served, with its map. */
async function built(outDir: string, name: string, entry: string, format: 'iife' | 'es') {
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir,
      emptyOutDir: false,
      target: 'es2022',
      sourcemap: true,
      lib: { entry: join(root, entry), formats: [format], name: 'unnamed', fileName: () => `${name}.js` },
    },
  })
  const script = (await readFile(join(outDir, `${name}.js`), 'utf8')).replace(/\n\/\/# sourceMappingURL=.*\s*$/, '\n')
  return { script, map: new SourceMap(JSON.parse(await readFile(join(outDir, `${name}.js.map`), 'utf8'))) }
}

const kB = (bytes: number): string => (bytes / 1000).toFixed(2).padStart(8)
const print = (name: string, raw: number, gzip: number): void =>
  console.log(`${name.padEnd(30)}${kB(raw)}  ${kB(gzip)}`)

const outDir = await mkdtemp(join(tmpdir(), 'bianban-weigh-'))
try {
  const { script, map } = await built(outDir, 'widget', 'src/web/bianban-chat.ts', 'iife')
  const qr = await built(outDir, 'qr', 'src/web/qr.ts', 'es')
  const parts = [...byPart(script, map)].map(([name, text]) => ({
    name,
    raw: text.length,
    gzip: gzipSync(text).length,
  }))
  const whole = gzipSync(script).length
  const later = gzipSync(qr.script).length
  const sum = parts.reduce((total, { gzip }) => total + gzip, 0)
  console.log(`${'part'.padEnd(30)} min kB  gzip kB`)
  for (const { name, raw, gzip } of parts.toSorted((one, other) => other.gzip - one.gzip))
    print(name, raw, (gzip / sum) * whole)
  print('qr.js, with a receipt', qr.script.length, later)
  print('all', script.length + qr.script.length, whole + later)
} finally {
  await rm(outDir, { recursive: true, force: true })
}
