import { AppError } from '../errors.ts'

/** Gives the right to write back. Calling it again changes nothing. */
export type Release = () => void

/** One writer at a time, in the order of asking. */
export type WriteLock = {
  /** @throws AppError 'busy' when the turn did not come within `timeoutMs`. */
  readonly acquire: (timeoutMs: number) => Promise<Release>
}

/**
 * A queue of writers inside this process. SQLite lets one connection write, and its calls are synchronous: a writer that
 * waited inside SQLite for another writer of the same process would stop the very event loop the other needs to finish.
 */
export const createWriteLock = (): WriteLock => {
  let last: Promise<void> = Promise.resolve()

  const acquire = async (timeoutMs: number): Promise<Release> => {
    const before = last
    const mine = Promise.withResolvers<void>()
    last = before.then(() => mine.promise)

    const timeout = Promise.withResolvers<'late'>()
    const timer = setTimeout(() => timeout.resolve('late'), timeoutMs)
    const turn = await Promise.race([before, timeout.promise])
    clearTimeout(timer)
    if (turn === 'late') {
      mine.resolve()
      throw AppError.saying('busy', 'system-busy', { details: { reason: 'write-lock' } })
    }
    return () => mine.resolve()
  }

  return { acquire }
}
