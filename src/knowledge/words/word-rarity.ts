import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Steps } from '../steps.ts'
import type { TermBook } from './term-book.ts'

/** Rarity of an everyday content word; a word of this rarity weighs 1. */
const USUAL = 9
/** Rarity of a word the general table does not hold. */
const UNLISTED = 11

/** Words looked up before: the next edition asks for few others. */
const known = new Map<string, number>()
/** How many terms of a book were looked up. */
const lookedUp = new WeakMap<TermBook, number>()
/** The table as text, 6 MB: to read the file again at each change would hold the event loop for some 30 ms. */
let table: string | undefined
/** Lines of the table that are read between two steps. */
const LINES = 20_000

/**
 * How telling the words of a book are in Chinese at large, from the table of word rarity that comes with jieba: 1 for an
 * ordinary content word, about 0.5 for 办理 or 公司, at most 1.5. A small corpus cannot know this from its own counts.
 * Looks through the table when the book has words that were never asked for.
 */
export function* weighWords(book: TermBook): Steps<(word: string) => number> {
  const missing = new Set<string>()
  const from = lookedUp.get(book) ?? 0
  let at = 0
  for (const term of book.terms()) {
    if (at++ < from || !term.startsWith('w')) continue
    const word = term.slice(1)
    if (!known.has(word)) missing.add(word)
  }
  if (missing.size > 0) {
    const found = yield* readTable(missing)
    for (const word of missing) known.set(word, (found.get(word) ?? UNLISTED) / USUAL)
  }
  lookedUp.set(book, at)
  return (word) => known.get(word) ?? 1
}

function* readTable(words: ReadonlySet<string>): Steps<ReadonlyMap<string, number>> {
  const found = new Map<string, number>()
  const begins = new Uint8Array(0x10000)
  for (const word of words) begins[word.charCodeAt(0)] = 1
  const text = tableText()
  yield
  for (let start = 0, line = 1; start < text.length; line++) {
    let end = text.indexOf('\n', start)
    if (end === -1) end = text.length
    // Most lines begin with a character that none of the words begins with.
    if (begins[text.charCodeAt(start)] === 1) {
      const space = text.indexOf(' ', start)
      const word = text.slice(start, space)
      if (space < end && words.has(word)) found.set(word, Number(text.slice(space + 1, end)))
    }
    start = end + 1
    if (line % LINES === 0) yield
  }
  return found
}

/** Words of two characters in the table, one of them among `characters`, that `wanted` asks for. */
export function* listedPairs(characters: string, wanted: (pair: string) => boolean): Steps<ReadonlySet<string>> {
  const near = new Set(characters)
  const found = new Set<string>()
  const text = tableText()
  yield
  for (let start = 0, line = 1; start < text.length; line++) {
    const end = text.indexOf('\n', start)
    const isPair = text[start + 2] === ' ' && (near.has(text[start] ?? '') || near.has(text[start + 1] ?? ''))
    if (isPair && wanted(text.slice(start, start + 2))) found.add(text.slice(start, start + 2))
    start = end === -1 ? text.length : end + 1
    if (line % LINES === 0) yield
  }
  return found
}

function tableText(): string {
  return (table ??= readFileSync(fileURLToPath(import.meta.resolve('@node-rs/jieba/idf.txt')), 'utf8'))
}
