/** Lets at most so many through at a time, the others in the order they came. */
export type Gate = {
  /** Settles when there is a place; call what it returns, once, to give the place back. Rejects with the signal's reason when it aborts first. */
  readonly enter: (signal: AbortSignal) => Promise<() => void>
}

/** Creates a gate with `places` places. */
export function createGate(places: number): Gate {
  let free = places
  const waiting: (() => void)[] = []

  const leave = () => {
    const next = waiting.shift()
    if (next) next()
    else free += 1
  }
  const once = () => {
    let left = false
    return () => {
      if (!left) leave()
      left = true
    }
  }

  return {
    enter: (signal) => {
      signal.throwIfAborted()
      if (free > 0) {
        free -= 1
        return Promise.resolve(once())
      }
      const { promise, resolve, reject } = Promise.withResolvers<() => void>()
      const admit = () => {
        signal.removeEventListener('abort', give)
        resolve(once())
      }
      const give = () => {
        waiting.splice(waiting.indexOf(admit), 1)
        reject(signal.reason as Error)
      }
      waiting.push(admit)
      signal.addEventListener('abort', give, { once: true })
      return promise
    },
  }
}
