import { createHash } from 'node:crypto'
import { glob, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Files that decide what the house learns: what staff write, how it is read and how it is learnt from. */
const LEARNT_FROM = ['knowledge/**/*.{md,yaml,txt}', 'src/{content,knowledge,language}/**/*.ts']

let found: Promise<string> | undefined

/**
 * A folder for what the house learns from the repository's staff files. Tests share it, on this day and the next, until
 * one of the files behind it changes.
 */
export function learntFolder(): Promise<string> {
  found ??= hashOfFiles().then((hash) => join(tmpdir(), `bianban-test-learnt-${hash}`))
  return found
}

async function hashOfFiles(): Promise<string> {
  const hash = createHash('sha256')
  const names = await Array.fromAsync(glob(LEARNT_FROM))
  for (const name of names.sort()) hash.update(name).update(await readFile(name))
  return hash.digest('hex').slice(0, 16)
}
