import { bestOf } from '../../src/knowledge/words/best-of.ts'
import { FOUND, type OpenPeer } from './peer.ts'

const K1 = 1.2
const B = 0.75

/** The plainest search that works for Chinese: BM25 over pairs of neighbouring characters, title and text in one. */
export const openBigrams: OpenPeer = (documents) => {
  const postings = new Map<string, { slots: number[]; counts: number[] }>()
  const lengths = documents.map(({ title, text }, slot) => {
    const pairs = pairsOf(text === title ? text : `${title}\n${text}`)
    for (const pair of pairs) {
      const of = postings.get(pair) ?? { slots: [], counts: [] }
      postings.set(pair, of)
      if (of.slots.at(-1) === slot) of.counts[of.counts.length - 1] = (of.counts.at(-1) ?? 0) + 1
      else {
        of.slots.push(slot)
        of.counts.push(1)
      }
    }
    return pairs.length
  })
  const average = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length)
  return Promise.resolve({
    settings: { k1: K1, b: B, terms: 'pairs of characters of the raw text' },
    search({ text }) {
      const scores = new Map<number, number>()
      for (const pair of new Set(pairsOf(text))) {
        const { slots, counts } = postings.get(pair) ?? { slots: [], counts: [] }
        const rarity = Math.log(1 + (documents.length - slots.length + 0.5) / (slots.length + 0.5))
        slots.forEach((slot, at) => {
          const count = counts[at] ?? 0
          const impact = (count * (K1 + 1)) / (count + K1 * (1 - B + (B * (lengths[slot] ?? 0)) / average))
          scores.set(slot, (scores.get(slot) ?? 0) + rarity * impact)
        })
      }
      const best = bestOf([...scores.keys()], (slot) => scores.get(slot) ?? 0, FOUND)
      return Promise.resolve(best.map(({ slot }) => documents[slot]?.id ?? ''))
    },
  })
}

function pairsOf(text: string): string[] {
  const characters = Array.from(text.toLowerCase())
  return characters.slice(1).map((character, at) => `${characters[at] ?? ''}${character}`)
}
