/**
 * Remembers what a pure function gave for the last `limit` keys at least, and at most twice as many. The steps of a turn
 * read the same words, so most of them are read once. Kept in two generations: when the young one is full it becomes the old
 * one whole, since taking a map's first key out again and again costs ever more.
 */
export function recent<Value>(limit: number): (key: string, compute: () => Value) => Value {
  let young = new Map<string, Value>()
  let old = new Map<string, Value>()
  return (key, compute) => {
    const known = young.get(key)
    if (known !== undefined) return known
    const value = old.get(key) ?? compute()
    if (young.size >= limit) {
      old = young
      young = new Map()
    }
    young.set(key, value)
    return value
  }
}
