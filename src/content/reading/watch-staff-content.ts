import { watch } from 'node:fs'
import { join } from 'node:path'
import { readStaffContent } from './read-staff-content.ts'
import type { StaffReading } from './read-staff-content.ts'

const QUIET_MS = 200

/** A watch that runs until it is disposed. */
export type ContentWatch = { readonly [Symbol.dispose]: () => void }

/**
 * Reads the staff files again whenever one of them changes, once the changes pause for 200 ms. The caller decides
 * what to do with problems; going on with the former content is the safe choice.
 */
export function watchStaffContent(root: string, onChange: (reading: StaffReading) => void): ContentWatch {
  let timer: NodeJS.Timeout | undefined
  const touched = (_event: string, name: string | null): void => {
    if (name !== null && !/\.(md|yaml|txt)$/.test(name)) return
    clearTimeout(timer)
    timer = setTimeout(() => onChange(readStaffContent(root)), QUIET_MS)
    timer.unref()
  }
  const watchers = ['knowledge', 'prompts'].map((folder) => {
    const watcher = watch(join(root, folder), { recursive: true, persistent: false }, touched)
    // A folder that vanishes ends its watch; the content in use stays.
    return watcher.on('error', () => watcher.close())
  })
  return {
    [Symbol.dispose]: () => {
      clearTimeout(timer)
      for (const watcher of watchers) watcher.close()
    },
  }
}
