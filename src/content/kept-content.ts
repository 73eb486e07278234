import { join } from 'node:path'
import { deserialize, serialize } from 'node:v8'
import { fingerprintOf, readKept, writeKept } from './kept-file.ts'
import { readStaffContent } from './reading/read-staff-content.ts'
import type { StaffReading } from './reading/read-staff-content.ts'
import type { StaffContent } from './staff-content.ts'

/** What the file is called that keeps what was read, in a folder of data. */
export const KEPT_CONTENT = 'staff-content.bin'

/** Where staff files stand below the root. */
const STAFF_FOLDERS = ['knowledge', 'prompts']

/** What decides how a staff file is read: this room, and the ear it asks. */
const READERS = [import.meta.dirname, join(import.meta.dirname, '../language')]

/**
 * Reads the staff files below `root` like `readStaffContent`, and keeps what it read in `keptFile` while there is no
 * mistake. As long as neither a staff file nor the code that reads them changes, the next call takes a hundredth of the time.
 * The kept file may be deleted at any time; where it cannot be written, nothing is kept.
 */
export function readKeptContent(root: string, keptFile: string): StaffReading {
  const key = fingerprintOf([...STAFF_FOLDERS.map((name) => join(root, name)), ...READERS])
  const kept = recall(keptFile, key)
  if (kept !== undefined) return { content: kept, problems: [] }
  const reading = readStaffContent(root)
  if (reading.problems.length === 0) writeKept(keptFile, key, serialize(reading.content))
  return reading
}

function recall(keptFile: string, key: Buffer): StaffContent | undefined {
  const payload = readKept(keptFile, key)
  return payload === undefined ? undefined : (deserialize(payload) as StaffContent)
}
