/** A start and an odd factor: two of them give two hashes that are independent of each other. */
export type Hash = { readonly start: number; readonly factor: number }

export const FIRST: Hash = { start: 0x811c9dc5, factor: 0x01000193 }
export const SECOND: Hash = { start: 0x9747b28c, factor: 0x5bd1e995 }

/** 32 bits of a text: FNV-1a (Fowler, Noll, Vo), its bits mixed as MurmurHash3 does (Appleby). */
export function hashOf(text: string, { start, factor }: Hash): number {
  let hash = start
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), factor)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

/** 53 bits of a text. Of 100,000 texts two share theirs once in a million times. */
export function longHashOf(text: string): number {
  return hashOf(text, FIRST) * 2 ** 21 + (hashOf(text, SECOND) >>> 11)
}
