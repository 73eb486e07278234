/** Texts of the last turns that are kept: those of the turns going on at once. */
const KEPT = 64

/**
 * A pure reader of texts that keeps what it read last, for one message is read several times in a turn: for the boundary
 * it may cross, twice, and for each search. The text read longest ago makes room.
 */
export function keepLastRead<Reading>(read: (text: string) => Reading): (text: string) => Reading {
  const kept = new Map<string, Reading>()
  return (text) => {
    const known = kept.get(text)
    if (known !== undefined) return known
    const reading = read(text)
    const oldest = kept.size >= KEPT ? kept.keys().next().value : undefined
    if (oldest !== undefined) kept.delete(oldest)
    kept.set(text, reading)
    return reading
  }
}
