import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readStaffContent } from '../src/content/index.ts'
import { createLibrary } from '../src/knowledge/index.ts'

/** Root of the repository. */
export const ROOT = join(import.meta.dirname, '..')

/** The library of our own guides, learnt anew in a folder that goes when it is closed; settles when it has learnt. */
export async function openOwnLibrary() {
  const { content } = readStaffContent(ROOT)
  const dataDir = mkdtempSync(join(tmpdir(), 'bianban-bench-'))
  const library = createLibrary({ content, dataDir, log: () => undefined })
  await library.ready
  return {
    content,
    library,
    [Symbol.asyncDispose]: async () => {
      await library[Symbol.asyncDispose]()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
