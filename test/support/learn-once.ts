import { execFile } from 'node:child_process'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { learntFolder, sharedLibrary } from './learnt-folder.ts'

/**
 * Learns what all tests share before the first of them, so that no two threads learn it at the same time; in a process
 * of its own, as a program does.
 */
export async function setup(): Promise<void> {
  if (await stat(join(await learntFolder(), 'recogniser')).catch(() => undefined)) return
  await promisify(execFile)(process.execPath, [import.meta.filename])
}

if (import.meta.main) await sharedLibrary()
