import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bestOf } from '../../src/knowledge/words/best-of.ts'
import { buildLexicalIndex, lexicalIndexSteps } from '../../src/knowledge/words/lexical-index.ts'
import { patchPostings } from '../../src/knowledge/words/patch-postings.ts'
import type { AskedTerms } from '../../src/knowledge/words/question-terms.ts'
import { atOnce } from '../../src/knowledge/steps.ts'
import { createTermBook } from '../../src/knowledge/words/term-book.ts'
import { createTermCounter } from '../../src/knowledge/words/term-counts.ts'

const K1 = 1.2
const B = 0.75
const words = fc.array(fc.constantFrom('wa', 'wb', 'wc', 'wd', 'we'), { maxLength: 12 })

function said(terms: readonly string[]): AskedTerms {
  return new Map(terms.map((term) => [term, { weight: 1, origin: 'said' }]))
}

/** Mean lengths are rounded to steps of a twelfth of a doubling. */
const ROUNDED = 2 ** (1 / 24)

/** BM25 as the textbook writes it, but for the mean length, which is `longer` times its own. */
function textbook(
  documents: readonly (readonly string[])[],
  question: readonly string[],
  at: number,
  longer: number,
): number {
  const filled = documents.filter(({ length }) => length > 0)
  const average = (longer * filled.reduce((sum, { length }) => sum + length, 0)) / Math.max(1, filled.length)
  const document = documents[at] ?? []
  return [...new Set(question)].reduce((sum, term) => {
    const holders = documents.filter((one) => one.includes(term)).length
    const frequency = document.filter((one) => one === term).length
    if (frequency === 0) return sum
    const rarity = Math.log(1 + (documents.length - holders + 0.5) / (holders + 0.5))
    return sum + (rarity * frequency * (K1 + 1)) / (frequency + K1 * (1 - B + (B * document.length) / average))
  }, 0)
}

test('scores are those of the textbook for any documents and question', () => {
  fc.assert(
    fc.property(fc.array(words, { minLength: 1, maxLength: 8 }), words, (documents, question) => {
      const index = buildLexicalIndex(
        documents.map((terms) => [{ terms, weight: 1 }]),
        { k1: K1, b: B },
      )
      const scores = new Float32Array(index.size())
      index.score(index.question(said(question)), scores)
      documents.forEach((_, at) => {
        expect(scores[at]).toBeGreaterThan(textbook(documents, question, at, 1 / ROUNDED) - 1e-4)
        expect(scores[at]).toBeLessThan(textbook(documents, question, at, ROUNDED) + 1e-4)
      })
    }),
  )
})

test('no document scores above the ideal one', () => {
  fc.assert(
    fc.property(fc.array(words, { minLength: 1, maxLength: 8 }), words, (documents, terms) => {
      const index = buildLexicalIndex(
        documents.map((one) => [{ terms: one, weight: 3 }]),
        { k1: K1, b: B },
      )
      const scores = new Float32Array(index.size())
      const question = index.question(said(terms))
      index.score(question, scores)
      for (const score of scores) expect(score).toBeLessThanOrEqual(question.ideal + 1e-3)
    }),
  )
})

test('a word in a heavier field counts more', () => {
  const index = buildLexicalIndex(
    [
      [
        { terms: ['wkite'], weight: 3 },
        { terms: ['wboat'], weight: 1 },
      ],
      [
        { terms: ['wboat'], weight: 3 },
        { terms: ['wkite'], weight: 1 },
      ],
    ],
    { k1: K1, b: B },
  )
  const scores = new Float32Array(2)
  index.score(index.question(said(['wkite'])), scores)
  expect(scores[0]).toBeGreaterThan(scores[1] ?? 0)
})

/** Some words in most documents and some in few, in texts of any length: scores tie, and lists are long or short. */
const word = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('wa', 'wb', 'wc') },
  fc.constantFrom(...Array.from('defghijk')).map((one) => `w${one}`),
)
const text = fc.array(word, { maxLength: 9 })
const documents = fc.array(text, { minLength: 1, maxLength: 80 })
const asked = fc
  .array(word, { maxLength: 9 })
  .chain((terms) => fc.record(Object.fromEntries(terms.map((term) => [term, fc.integer({ min: 0, max: 5 })]))))

test('the best without reading all are those of an exhaustive scan, with documents put later too', () => {
  fc.assert(
    fc.property(
      documents,
      asked,
      fc.integer({ min: 0, max: 12 }),
      fc.array(fc.tuple(fc.nat({ max: 90 }), text), { maxLength: 4 }),
      (texts, weights, limit, later) => {
        const book = createTermBook()
        const { count } = createTermCounter(book)
        const counted = (terms: readonly string[]) => [{ text: count(terms), weight: 1 }]
        const index = atOnce(lexicalIndexSteps(texts.map(counted), book, { k1: K1, b: B }))
        for (const [slot, terms] of later) index.put(Math.min(slot, index.size()), counted(terms))
        const question = index.question(
          new Map(Object.entries(weights).map(([term, weight]) => [term, { weight, origin: 'said' }])),
        )
        const scores = new Float32Array(index.size())
        const all = index.score(question, scores)
        const scan = bestOf(all, (slot) => scores[slot] ?? 0, limit)
        const found = index.best(question, limit)
        expect(bestOf(found, (slot) => index.scoreOf(question, slot), limit)).toEqual(scan)
        for (const slot of all) expect(index.scoreOf(question, slot)).toBe(scores[slot])
        expect(new Set(all).size).toBe(all.length)
      },
    ),
    { numRuns: 400 },
  )
})

test('an index made of a former one is that of all documents laid out anew', () => {
  let made = 0
  const change = fc.record({ at: fc.nat({ max: 90 }), kind: fc.constantFrom('put', 'insert', 'drop'), text })
  fc.assert(
    fc.property(documents, fc.array(change, { maxLength: 3 }), (texts, changes) => {
      const book = createTermBook()
      const { count } = createTermCounter(book)
      const former = texts.map((terms) => [{ text: count(terms), weight: 1 }])
      const now = [...former]
      for (const { at, kind, text: terms } of changes) {
        const fresh = [{ text: count(terms), weight: 1 }]
        now.splice(at % (now.length + 1), kind === 'insert' ? 0 : 1, ...(kind === 'drop' ? [] : [fresh]))
      }
      const before = atOnce(lexicalIndexSteps(former, book, { k1: K1, b: B }))
      const placesBefore = Int32Array.from(now, (one) => former.indexOf(one))
      const patch = { documents: now, placesBefore, dials: { k1: K1, b: B } }
      const patched = atOnce(patchPostings(before.postings, patch))
      if (patched === undefined) return
      made++
      const anew = atOnce(lexicalIndexSteps(now, book, { k1: K1, b: B })).postings
      for (const part of ['slots', 'impacts', 'peaks', 'rarity', 'starts'] as const)
        expect(Array.from(patched[part]).slice(0, anew[part].length), part).toEqual(Array.from(anew[part]))
    }),
    { numRuns: 400 },
  )
  expect(made).toBeGreaterThan(50)
})

test('a name the thesaurus explains lowers nothing when no document holds it', () => {
  const index = buildLexicalIndex([[{ terms: ['wkite'], weight: 1 }]], { k1: K1, b: B })
  const asked: AskedTerms = new Map([
    ['wpaperbird', { weight: 1, origin: 'known-name' }],
    ['wkite', { weight: 1, origin: 'said' }],
  ])
  expect(index.question(asked).ideal).toBeCloseTo(index.question(said(['wkite'])).ideal)
})

test('the best of many are the best, in order', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 9 })), fc.integer({ min: 0, max: 12 }), (scores, limit) => {
      const slots = scores.map((_, at) => at)
      const expected = slots
        .toSorted((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b)
        .slice(0, limit)
        .map((slot) => ({ slot, score: scores[slot] ?? 0 }))
      expect(bestOf(slots, (slot) => scores[slot] ?? 0, limit)).toEqual(expected)
    }),
  )
})
