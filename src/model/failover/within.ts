/**
 * Waits for a promise, but no longer than `ms` and not beyond the signal.
 * @throws the error `late` makes when time is up; the signal's reason when it aborts.
 */
export async function within<Value>(
  promise: PromiseLike<Value>,
  ms: number,
  signal: AbortSignal,
  late: () => Error,
): Promise<Value> {
  signal.throwIfAborted()
  const { promise: stopped, reject } = Promise.withResolvers<never>()
  const abort = () => reject(signal.reason as Error)
  const timer = setTimeout(() => reject(late()), ms)
  signal.addEventListener('abort', abort, { once: true })
  try {
    return await Promise.race([promise, stopped])
  } finally {
    clearTimeout(timer)
    signal.removeEventListener('abort', abort)
  }
}
