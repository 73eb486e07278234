import { isMap, isScalar, parseDocument, visit } from 'yaml'

/**
 * The text of a suite file with the quote of each fact written behind its source, and nothing else changed.
 * @param quoteOf the quote of `guide#section` as it reads now; undefined for a section that is not there.
 */
export function writeQuotes(text: string, quoteOf: (source: string) => string | undefined): string {
  const edits: { from: number; to: number; words: string }[] = []
  visit(parseDocument(text), {
    Pair(_, { key, value }) {
      if (!isScalar(key) || key.value !== 'facts') return undefined
      visit(value as never, {
        Map(__, fact) {
          const source = fact.get('source', true)
          const hash = typeof source?.value === 'string' ? quoteOf(source.value) : undefined
          const end = source?.range?.[1]
          if (hash === undefined || end === undefined) return undefined
          // In quotes: some hashes read as numbers.
          const quote = `'${hash}'`
          const old = fact.get('quote', true)
          if (old?.range) edits.push({ from: old.range[0], to: old.range[1], words: quote })
          else
            edits.push({
              from: end,
              to: end,
              words: fact.flow === true ? `, quote: ${quote}` : lineAfter(text, fact, quote),
            })
          return undefined
        },
      })
      return visit.SKIP
    },
  })
  return edits
    .toSorted((a, b) => b.from - a.from)
    .reduce((rest, { from, to, words }) => rest.slice(0, from) + words + rest.slice(to), text)
}

/** A line of its own, as deep as the first key of the map. */
function lineAfter(text: string, fact: unknown, quote: string): string {
  const start = isMap(fact) ? (fact.range?.[0] ?? 0) : 0
  const depth = start - (text.lastIndexOf('\n', start - 1) + 1)
  return `\n${' '.repeat(depth)}quote: ${quote}`
}
