import { recent } from '../language/index.ts'

/** Texts of the turns going on at once. */
const KEPT = 64

/**
 * A pure reader of texts that keeps what it read last, for one message is read several times in a turn: for the boundary
 * it may cross, twice, and for each search.
 */
export function keepLastRead<Reading>(read: (text: string) => Reading): (text: string) => Reading {
  const lately = recent<Reading>(KEPT)
  return (text) => lately(text, () => read(text))
}
