import { type FileHandle, open } from 'node:fs/promises'
import { AppError } from '../errors.ts'

/** Puts the write-ahead log on disk without stopping the event loop. */
export type LogSync = {
  /**
   * Resolves once all that was committed before the call is on disk. Calls that come while the disk is at work share the
   * next round. After a failure every later call fails too: what the system dropped cannot be written again.
   */
  readonly sync: () => Promise<void>
  /** The round that the newest commit waits for; undefined when all is on disk. */
  readonly pending: () => Promise<void> | undefined
  /** Ends after the rounds under way. */
  readonly close: () => Promise<void>
}

/** @param log the `-wal` file beside the database; it need not be there before the first commit. */
export const createLogSync = (log: string): LogSync => {
  let handle: FileHandle | undefined
  let running = Promise.resolve()
  let next: Promise<void> | undefined
  let waited: Promise<void> | undefined

  const round = async (before: Promise<void>): Promise<void> => {
    await before
    next = undefined
    try {
      handle ??= await open(log, 'r+')
      await handle.datasync()
    } catch (error) {
      throw AppError.saying('store-unavailable', 'store-away', { cause: error })
    }
  }

  const sync = (): Promise<void> => {
    if (next === undefined) {
      const mine = round(running)
      const ended = (): void => {
        if (waited === mine) waited = undefined
      }
      mine.then(ended, ended)
      next = waited = running = mine
    }
    return next
  }

  return {
    sync,
    pending: () => waited,
    close: async () => {
      await running.catch(() => undefined)
      await handle?.close()
    },
  }
}
