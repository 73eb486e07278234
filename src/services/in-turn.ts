/** Runs work one after another for each key, and at once for different keys. */
export type InTurn = <T>(key: string, work: () => Promise<T>) => Promise<T>

/**
 * Queues within this process, so that fifty clicks do not fight over one row of the database. What keeps processes apart
 * is the database itself.
 */
export function createInTurn(): InTurn {
  const last = new Map<string, Promise<unknown>>()
  return async (key, work) => {
    const before = last.get(key) ?? Promise.resolve()
    const mine = before.then(work, work)
    last.set(key, mine)
    try {
      return await mine
    } finally {
      if (last.get(key) === mine) last.delete(key)
    }
  }
}
