/** Runs work one after the other for the same key, and side by side for different keys. */
export type TurnQueue = {
  /** `stopped` is aborted when the key is stopped while the work runs or waits. */
  readonly run: <T>(key: string, work: (stopped: AbortSignal) => Promise<T>) => Promise<T>
  /** Tells what runs and waits for a key to come to its end; work that is run after this is not concerned. */
  readonly stop: (key: string) => void
  /** Stops everything and settles when nothing runs any more. */
  readonly close: () => Promise<void>
}

type Line = { tail: Promise<unknown>; stopping: AbortController }

export function createTurnQueue(): TurnQueue {
  const lines = new Map<string, Line>()

  const stop = (key: string) => {
    const line = lines.get(key)
    if (line === undefined) return
    line.stopping.abort(new Error('stopped'))
    line.stopping = new AbortController()
  }

  return {
    run: (key, work) => {
      const line = lines.get(key) ?? { tail: Promise.resolve(), stopping: new AbortController() }
      const { signal } = line.stopping
      const mine = line.tail.then(
        () => work(signal),
        () => work(signal),
      )
      line.tail = mine
      lines.set(key, line)
      const clear = () => {
        if (line.tail === mine) lines.delete(key)
      }
      mine.then(clear, clear)
      return mine
    },
    stop,
    close: async () => {
      for (const key of lines.keys()) stop(key)
      while (lines.size > 0) await Promise.allSettled([...lines.values()].map(({ tail }) => tail))
    },
  }
}
