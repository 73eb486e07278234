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
  const begins = new Uint8Array(0x100000)
  for (const word of words) begins[beginOf(word.charCodeAt(0), word.charCodeAt(1))] = 1
  yield* eachLine((table, start, space, end) => {
    // Most lines begin with two characters that none of the words begins with.
    const first = characterAt(table, start)
    const second = start + widthOf(table, start) < space ? characterAt(table, start + widthOf(table, start)) : NaN
    if (begins[beginOf(first, second)] !== 1) return
    const word = table.toString('utf8', start, space)
    if (words.has(word)) found.set(word, Number(table.toString('latin1', space + 1, end)))
  })
  return found
}

/** Tells whether two characters are a word of the table. */
export function* listedPairs(): Steps<(pair: string) => boolean> {
  const listed = (yield* allPairs()).sort()
  return (pair) => holds(listed, pairOf(pair.charCodeAt(0), pair.charCodeAt(1)))
}

function* allPairs(): Steps<Uint32Array> {
  const pairs: number[] = []
  yield* eachLine((table, start, space) => {
    if (space - start === 2 * HAN_BYTES && widthOf(table, start) === HAN_BYTES)
      pairs.push(pairOf(characterAt(table, start), characterAt(table, start + HAN_BYTES)))
  })
  return Uint32Array.from(pairs)
}

/** Looks through the lines of the table: a word, a space, its rarity. */
function* eachLine(take: (table: Buffer, start: number, space: number, end: number) => void): Steps<void> {
  const table = readFileSync(fileURLToPath(import.meta.resolve('@node-rs/jieba/idf.txt')))
  yield
  let [start, space, line] = [0, 0, 0]
  for (let at = 0; at < table.length; at++) {
    if (table[at] === SPACE) space = at
    if (table[at] !== LINE_END) continue
    take(table, start, space, at)
    start = at + 1
    if (++line % LINES === 0) yield
  }
}

const SPACE = 0x20
const LINE_END = 0x0a
/** A Han character in UTF-8. */
const HAN_BYTES = 3

/** Bytes of the character that begins here; those of four count as three, since none of our words has one. */
function widthOf(table: Buffer, at: number): number {
  const byte = table[at] ?? 0
  return byte < 0x80 ? 1 : byte < 0xe0 ? 2 : HAN_BYTES
}

/** The UTF-16 code of the character that begins here. */
function characterAt(table: Buffer, at: number): number {
  const byte = table[at] ?? 0
  const second = (table[at + 1] ?? 0) & 0x3f
  const width = widthOf(table, at)
  if (width === 1) return byte
  if (width === 2) return ((byte & 0x1f) << 6) | second
  return ((byte & 0x0f) << 12) | (second << 6) | ((table[at + 2] ?? 0) & 0x3f)
}

/** A place among 2²⁰ by the first two characters of a word; NaN where it has one. */
const beginOf = (first: number, second: number): number => (Math.imul(first, 0x9e5) ^ second) & 0xfffff

const pairOf = (first: number, second: number): number => first * 0x10000 + second

function holds(sorted: Uint32Array, value: number): boolean {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((sorted[middle] ?? 0) < value) low = middle + 1
    else high = middle
  }
  return sorted[low] === value
}
