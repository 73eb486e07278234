/**
 * Remembers what a pure function gave for the last `limit` keys. The steps of a turn read the same prompt, so most of
 * it is read once.
 */
export function recent<Value>(limit: number): (key: string, compute: () => Value) => Value {
  const known = new Map<string, Value>()
  return (key, compute) => {
    const before = known.get(key)
    if (before !== undefined) return before
    const value = compute()
    if (known.size >= limit) known.delete(known.keys().next().value ?? '')
    known.set(key, value)
    return value
  }
}
