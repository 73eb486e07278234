/** Runs work one after the other for the same key, and side by side for different keys. */
export type TurnQueue = { readonly run: <T>(key: string, work: () => Promise<T>) => Promise<T> }

export function createTurnQueue(): TurnQueue {
  const tails = new Map<string, Promise<unknown>>()
  return {
    run: (key, work) => {
      const before = tails.get(key) ?? Promise.resolve()
      const mine = before.then(work, work)
      tails.set(key, mine)
      const clear = () => {
        if (tails.get(key) === mine) tails.delete(key)
      }
      mine.then(clear, clear)
      return mine
    },
  }
}
