import { createHash, randomUUID } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import { deserialize, serialize } from 'node:v8'
import { readStaffContent } from './reading/read-staff-content.ts'
import type { StaffReading } from './reading/read-staff-content.ts'
import type { StaffContent } from './staff-content.ts'

/** What the file is called that keeps what was read, in a folder of data. */
export const KEPT_CONTENT = 'staff-content.bin'

/** Where staff files stand below the root. */
const STAFF_FOLDERS = ['knowledge', 'prompts']

/** What decides how a staff file is read: this room, the ear it asks, and the versions of the parsers. */
const READERS = [import.meta.dirname, join(import.meta.dirname, '../language')]
const PARSER_VERSIONS = join(import.meta.dirname, '../../package-lock.json')

const DIGEST_BYTES = 32

/**
 * Reads the staff files below `root` like `readStaffContent`, and keeps what it read in `keptFile` while there is no
 * mistake. As long as neither a staff file nor the code that reads them changes, the next call takes a hundredth of the time.
 * The kept file may be deleted at any time; where it cannot be written, nothing is kept.
 */
export function readKeptContent(root: string, keptFile: string): StaffReading {
  const key = fingerprint(root)
  const kept = recall(keptFile, key)
  if (kept !== undefined) return { content: kept, problems: [] }
  const reading = readStaffContent(root)
  if (reading.problems.length === 0) keep(keptFile, key, reading.content)
  return reading
}

/** The content under a seal over key and payload, so that an altered, torn or outdated file is read as none. */
function recall(keptFile: string, key: Buffer): StaffContent | undefined {
  try {
    const bytes = readFileSync(keptFile)
    const payload = bytes.subarray(DIGEST_BYTES)
    if (!bytes.subarray(0, DIGEST_BYTES).equals(seal(key, payload))) return undefined
    return deserialize(payload) as StaffContent
  } catch {
    return undefined
  }
}

function keep(keptFile: string, key: Buffer, content: StaffContent): void {
  try {
    mkdirSync(dirname(keptFile), { recursive: true, mode: 0o700 })
    const draft = `${keptFile}.${randomUUID()}.draft`
    const payload = serialize(content)
    try {
      writeFileSync(draft, Buffer.concat([seal(key, payload), payload]), { mode: 0o600 })
      renameSync(draft, keptFile)
    } finally {
      rmSync(draft, { force: true })
    }
  } catch {
    // The next start reads the staff files themselves.
  }
}

function seal(key: Buffer, payload: Buffer): Buffer {
  return createHash('sha256').update(key).update(payload).digest()
}

/** Changes whenever reading the staff files could give something else; the same wherever the repository stands. */
function fingerprint(root: string): Buffer {
  const hash = createHash('sha256').update(process.version)
  const take = (file: string, name: string): void => {
    const bytes = readFileSync(file)
    hash.update(`${name} ${bytes.length}\n`).update(bytes)
  }
  for (const folder of [...STAFF_FOLDERS.map((name) => join(root, name)), ...READERS]) {
    for (const file of filesBelow(folder)) take(file, `${basename(folder)}/${relative(folder, file)}`)
  }
  try {
    take(PARSER_VERSIONS, basename(PARSER_VERSIONS))
  } catch {
    hash.update('no list of versions')
  }
  return hash.digest()
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
