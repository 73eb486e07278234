import { createHash } from 'node:crypto'
import { cp, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

/**
 * Builds the browser's files into dist/web: `assets/bianban-chat.js`, `assets/portal.js`, `assets/kiosk.js`, `assets/qr.js`, `assets/portal.css`.
 * Does nothing while the sources are the ones that were built last. Fails when the widget outgrows its promise.
 */
const root = fileURLToPath(new URL('..', import.meta.url))
const source = join(root, 'src/web')
const target = join(root, 'dist/web')
const STAMP = 'built-from.txt'
const MAX_GZIP_BYTES = 70_000

/** Scripts of a page, and the module that the widget loads when it is needed. */
const SCRIPTS = { 'bianban-chat': 'bianban-chat.ts', portal: 'portal/portal.ts', kiosk: 'portal/kiosk.ts' }
const MODULES = { qr: 'qr.ts' }

async function sourceHash(): Promise<string> {
  const entries = await readdir(source, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const outside = ['package-lock.json', 'scripts/build-web.ts'].map((name) => join(root, name))
  const hash = createHash('sha256')
  for (const file of [...files.sort(), ...outside]) hash.update(file.slice(root.length)).update(await readFile(file))
  return hash.digest('hex')
}

async function bundle(outDir: string, name: string, entry: string, format: 'iife' | 'es'): Promise<void> {
  // Loaded only when something is to be built: a start with everything built does not pay for it.
  const { build } = await import('vite')
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir: join(outDir, 'assets'),
      emptyOutDir: false,
      target: 'es2022',
      lib: { entry: join(source, entry), formats: [format], name: 'unnamed', fileName: () => `${name}.js` },
    },
  })
}

async function buildInto(outDir: string): Promise<void> {
  await mkdir(join(outDir, 'assets'), { recursive: true })
  for (const [name, entry] of Object.entries(SCRIPTS)) await bundle(outDir, name, entry, 'iife')
  for (const [name, entry] of Object.entries(MODULES)) await bundle(outDir, name, entry, 'es')
  await cp(join(source, 'portal/portal.css'), join(outDir, 'assets/portal.css'))
  await cp(join(source, 'portal/mark.svg'), join(outDir, 'assets/mark.svg'))
  const sizes = ['bianban-chat', ...Object.keys(MODULES)].map(async (name) => {
    return gzipSync(await readFile(join(outDir, `assets/${name}.js`))).length
  })
  const gzipBytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
  if (gzipBytes > MAX_GZIP_BYTES) {
    throw new Error(`the widget is ${gzipBytes} bytes gzipped; the promise is at most ${MAX_GZIP_BYTES}`)
  }
  console.log(`dist/web built; the widget is ${gzipBytes} bytes gzipped in all`)
}

const hash = await sourceHash()
const built = await readFile(join(target, STAMP), 'utf8').catch(() => '')
if (built !== hash) {
  // Built aside and swapped in whole, so that a server or a second build beside this one never sees half of it.
  const aside = `${target}-${process.pid}`
  try {
    await buildInto(aside)
    await writeFile(join(aside, STAMP), hash)
    await rm(target, { recursive: true, force: true })
    await rename(aside, target)
  } finally {
    await rm(aside, { recursive: true, force: true })
  }
}
