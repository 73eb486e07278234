import { createHash, randomUUID } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'

/**
 * What was worked out from other files, kept in a file so that the next start need not work it out again. The file may be
 * deleted at any time.
 */

/** The versions of all that is not our own. */
const VERSIONS = join(import.meta.dirname, '../../package-lock.json')

const DIGEST_BYTES = 32

/** Changes whenever a file below one of the folders changes, or what runs them; the same wherever the repository stands. */
export function fingerprintOf(folders: readonly string[]): Buffer {
  const hash = createHash('sha256').update(process.version)
  const take = (file: string, name: string): void => {
    const bytes = readFileSync(file)
    hash.update(`${name} ${bytes.length}\n`).update(bytes)
  }
  for (const folder of folders) {
    for (const file of filesBelow(folder)) take(file, `${basename(folder)}/${relative(folder, file)}`)
  }
  try {
    take(VERSIONS, basename(VERSIONS))
  } catch {
    hash.update('no list of versions')
  }
  return hash.digest()
}

/** What was kept under that key; undefined where the file is missing, altered, torn or of another key. */
export function readKept(file: string, key: Buffer): Buffer | undefined {
  try {
    const bytes = readFileSync(file)
    const payload = bytes.subarray(DIGEST_BYTES)
    return bytes.subarray(0, DIGEST_BYTES).equals(seal(key, payload)) ? payload : undefined
  } catch {
    return undefined
  }
}

/** Keeps a payload under a key; where the file cannot be written, nothing is kept. */
export function writeKept(file: string, key: Buffer, payload: Buffer): void {
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
    const draft = `${file}.${randomUUID()}.draft`
    try {
      writeFileSync(draft, Buffer.concat([seal(key, payload), payload]), { mode: 0o600 })
      renameSync(draft, file)
    } finally {
      rmSync(draft, { force: true })
    }
  } catch {
    // The next start works it out again.
  }
}

function seal(key: Buffer, payload: Buffer): Buffer {
  return createHash('sha256').update(key).update(payload).digest()
}

/** Every file below a folder, in the order of paths; none when there is no folder. */
function filesBelow(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .toSorted()
  } catch {
    return []
  }
}
