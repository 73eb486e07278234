import { setTimeout as sleep } from 'node:timers/promises'
import { isSqliteBusy } from './database-errors.ts'

const PAUSE_MS = 10

/** Runs a call that SQLite refuses, changing nothing, while another process writes; tries again until the time is up. */
export const patiently = async <T>(call: () => T, timeoutMs: number): Promise<T> => {
  const deadline = performance.now() + timeoutMs
  for (;;) {
    try {
      return call()
    } catch (error) {
      if (!isSqliteBusy(error) || performance.now() >= deadline) throw error
      await sleep(PAUSE_MS)
    }
  }
}
