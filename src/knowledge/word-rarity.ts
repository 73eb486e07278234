import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** Rarity of an everyday content word; a word of this rarity weighs 1. */
const USUAL = 9
/** Rarity of a word the general table does not hold. */
const UNLISTED = 11

/**
 * How telling words are in Chinese at large, from the table of word rarity that comes with jieba: 1 for an ordinary
 * content word, about 0.5 for 办理 or 公司, at most 1.5. A small corpus cannot know this from its own counts.
 * Reads the table once (6 MB, some 60 ms) and keeps only the words asked for.
 */
export function weighWords(words: ReadonlySet<string>): ReadonlyMap<string, number> {
  const weights = new Map<string, number>()
  const begins = new Uint8Array(0x10000)
  for (const word of words) begins[word.charCodeAt(0)] = 1
  const table = readFileSync(fileURLToPath(import.meta.resolve('@node-rs/jieba/idf.txt')), 'utf8')
  for (let start = 0; start < table.length;) {
    let end = table.indexOf('\n', start)
    if (end === -1) end = table.length
    // Most lines begin with a character that none of the words begins with.
    if (begins[table.charCodeAt(start)] === 1) {
      const space = table.indexOf(' ', start)
      const word = table.slice(start, space)
      if (space < end && words.has(word)) weights.set(word, Number(table.slice(space + 1, end)) / USUAL)
    }
    start = end + 1
  }
  for (const word of words) if (!weights.has(word)) weights.set(word, UNLISTED / USUAL)
  return weights
}
